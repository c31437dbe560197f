import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import type { BreakdownMeasure } from '~/domain/insight/breakdown/measures'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import { difference } from '~/domain/insight/difference'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { askedDemo } from '../filter/asked-demo.server'
import { readNames } from '../filter/demo-names.server'
import { nameDemo } from '../filter/demo-of.server'
import { openView, type OpenedView } from '../filter/open-view.server'
import { COMPARED_MEASURES, differencesSchema, type DifferencesQuery } from './differences-query'
import type { ComparedCell, DifferencesBoard } from './differences-view'

/**
 * How the trials of a demo's plans or roles differ.
 * @throws DomainError `not-found` for a demo that never was published
 */
export const readDemoDifferences = verb(
  { permission: 'boards.read', input: querySchema(differencesSchema) },
  async ({ ctx, input }): Promise<DifferencesBoard> => {
    const { slug, revision, query: asked, leftOut } = await askedDemo(ctx, input)
    const view = await openView(ctx, { ...asked, demo: slug })
    const { query, period } = view
    const order = query.by === 'plan' ? revision.demo.plans : Object.keys(revision.demo.roles)
    const [names, demo, choices, ...cells] = await Promise.all([
      readNames(ctx, revision.demo),
      nameDemo(ctx, slug),
      readFilterChoices(view.reader, view.scope),
      ...COMPARED_MEASURES.map((measure) => readCells(view, measure, order)),
    ])
    const rows = COMPARED_MEASURES.map((measure, index) => ({ measure, cells: cells[index] ?? [] }))
    const values = rows[0]?.cells.map(({ value }) => value) ?? []
    return { query, leftOut, demo, names, period, choices, values, rows }
  },
)

/** The measure of each value, in the order of the demo; those of other revisions last. */
async function readCells(
  { reader, scope, query }: OpenedView<DifferencesQuery>,
  measure: BreakdownMeasure,
  order: readonly string[],
): Promise<ComparedCell[]> {
  const terms = { measure, by: [query.by], order: { column: 'key', descending: false } } as const
  const { rows } = talliedBreakdown(await readBreakdownTally(reader, scope, terms), terms)
  const placeOf = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
  const cells = rows
    .map(({ keys: [value], estimate, numerator, denominator }) => ({
      ...{ value: String(value), estimate, numerator, denominator },
    }))
    .sort((a, b) => placeOf(a.value) - placeOf(b.value) || (a.value < b.value ? -1 : 1))
  const [first] = cells
  return cells.map((cell) => ({
    ...cell,
    difference: first && cell !== first ? difference(cell.estimate, first.estimate) : null,
  }))
}
