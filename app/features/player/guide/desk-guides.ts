import type { Run } from '~/domain/demo/engine/run'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { DeskGuide } from './components/guide-texts'

/** The rendered guides of the active states, each with the name of its desk. */
export function deskGuides(view: ScreenView, guides: Record<string, string>): DeskGuide[] {
  return view.guides.map(({ state, guide }) => ({
    ...{ state, html: guides[guide] ?? '' },
    title: view.states.find(({ id }) => id === state)?.title ?? '',
  }))
}

/** The active state that shows a screen; null when none does. */
export function deskOf(run: Pick<Run, 'compiled' | 'states'>, screen: string | null): string | null {
  return run.states.find((id) => run.compiled.states.get(id)?.screen === screen) ?? null
}
