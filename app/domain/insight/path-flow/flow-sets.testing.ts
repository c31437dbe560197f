import fc from 'fast-check'
import { STATES } from './paths.testing'
import type { FlowSet, FlowTerms } from './flow-set'
import type { Sankey } from './sankey'

const maybeState = fc.option(fc.constantFrom(...STATES), { nil: undefined })

/** Every kind of stretch. */
export const flowTerms: fc.Arbitrary<FlowTerms> = fc
  .record({
    of: fc.constantFrom('states' as const, 'tasks' as const),
    start: maybeState,
    end: maybeState,
    steps: fc.nat(8),
  })
  .map(({ start, end, ...terms }) => ({ ...terms, ...(start && { start }), ...(end && { end }) }))

const place = fc.oneof(
  fc.constantFrom(...STATES).map((state) => ({ state })),
  fc.subarray(STATES).map((except) => ({ except })),
)

const part = fc.oneof(
  fc.record({ total: fc.constantFrom('drawn' as const, 'lacking' as const, 'longer' as const) }),
  fc.record({
    visit: fc.constantFrom(
      'count' as const,
      'entries' as const,
      'earlier' as const,
      'exits' as const,
      'later' as const,
    ),
    column: fc.nat(8),
    at: place,
  }),
  fc.record({ column: fc.nat(8), from: place, to: place }),
)

export const flowSets: fc.Arbitrary<FlowSet> = fc.record({ flow: flowTerms, part })

/** Every number of a diagram with the set that it counts. */
export function numbersOf(drawn: Sankey, flow: FlowTerms): { set: FlowSet; count: number }[] {
  const named = (column: number) =>
    drawn.nodes.flatMap((node) => (node.column === column ? (node.state ?? []) : []))
  const placeOf = (column: number, state: string | null) =>
    state === null ? { except: named(column) } : { state }
  const totals = (['drawn', 'lacking', 'longer'] as const).map((total) => ({
    set: { flow, part: { total } },
    count: drawn[total],
  }))
  const visits = drawn.nodes.flatMap((node) =>
    (['count', 'entries', 'earlier', 'exits', 'later'] as const).map((visit) => ({
      set: { flow, part: { visit, column: node.column, at: placeOf(node.column, node.state) } },
      count: node[visit],
    })),
  )
  const moves = drawn.links.map(({ column, from, to, count }) => ({
    set: { flow, part: { column, from: placeOf(column, from), to: placeOf(column + 1, to) } },
    count,
  }))
  return [...totals, ...visits, ...moves]
}
