import type { BlockView, ScreenView } from '~/domain/demo/screen/view'
import type { CoachStep } from '../coach/coach-step'

/** The tips of the control that the step needs: of a form those of its fields besides. Each once. */
export function findTips({ panes }: ScreenView, step: CoachStep | null): string[] {
  if (step === null) return []
  const blocks = panes.flatMap((pane) => pane.blocks)
  const at = 'control' in step.target ? step.target.control : step.target.block
  const block = blocks.find(({ id }) => at === id || at.startsWith(`${id}.`))
  return block ? [...new Set(tipsOf(block).filter((tip) => tip !== null && tip !== ''))] : []
}

function tipsOf(block: BlockView): string[] {
  const own = [block.tip]
  const more =
    block.kind === 'form'
      ? [...block.fields.map(({ tip }) => tip), block.submit.tip]
      : block.kind === 'button'
        ? [block.action.tip]
        : block.kind === 'table'
          ? block.rows.flatMap(({ actions }) => actions.map(({ tip }) => tip))
          : []
  return [...own, ...more].flatMap((tip) => tip ?? [])
}
