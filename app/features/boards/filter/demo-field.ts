import type { BoardPage, DemoNames } from '../figures/board-views'
import type { FilterChip } from './components/filter-chips'
import type { PanelField } from './components/filter-panel'

/** A board that can be limited to one demo. */
interface DemoFiltered extends Pick<BoardPage, 'choices'> {
  query: { demo?: string | undefined }
  names: Record<string, DemoNames>
}

/** The field of the filter that chooses a demo. One that has no trials is offered where it is chosen. */
export function demoField({ query, choices, names }: DemoFiltered): PanelField {
  const known = query.demo === undefined || choices.demos.includes(query.demo)
  const demos = known ? choices.demos : [...choices.demos, query.demo ?? '']
  return {
    field: 'demo',
    value: query.demo,
    options: demos.map((slug) => ({ value: slug, label: names[slug]?.title ?? slug })),
  }
}

/** The chip of the chosen demo; without it no revision is chosen either. */
export function demoChips(
  { query, names }: Omit<DemoFiltered, 'choices'>,
  hrefOf: (without: Record<'demo' | 'revision' | 'asOf', undefined>) => string,
): FilterChip[] {
  if (query.demo === undefined) return []
  const without = hrefOf({ demo: undefined, revision: undefined, asOf: undefined })
  return [{ key: 'demo', label: names[query.demo]?.title ?? query.demo, without }]
}
