import fc from 'fast-check'
import type { FunnelEvent } from './funnel-history'
import { funnelQuerySchema, type FunnelQuery } from './funnel-query'

/** The last Sunday of March 2026, on which Madrid skips the hour from 01:00 UTC. */
const DST_NIGHT = Date.UTC(2026, 2, 29, 0, 59, 58)

const rule = fc.record({
  event: fc.constantFrom('a', 'b', 'c'),
  where: fc.constantFrom({}, {}, {}, { k: 1 }, { k: 2 }, { k: 'two' }),
})

const bound = fc.constantFrom(
  ...[null, null, null, '2026-03-29', '2026-03-28', '2026-03-29T01:00:00Z', '2026-03-29T01:00:01.000Z'],
)

/** Funnels of a few steps out of few names, so that rules overlap, repeat and exclude one another. */
export const anyQuery: fc.Arbitrary<FunnelQuery> = fc
  .record({
    steps: fc.array(rule, { minLength: 1, maxLength: 4 }),
    order: fc.constantFrom('ordered', 'strict', 'unordered'),
    windowSeconds: fc.constantFrom(0, 1, 2, 4, 100),
    exclusions: fc.oneof(fc.constant([]), fc.array(rule, { minLength: 1, maxLength: 2 })),
    breakdown: fc.constantFrom(
      ...[null, { by: 'first-touch', prop: 'k' }, { by: 'step', step: 1, prop: 'k' }],
      { by: 'step', step: 2, prop: 'p' },
    ),
    unit: fc.constantFrom('visitor', 'visitor', 'trial', 'account'),
    timeZone: fc.constantFrom('Europe/Madrid', 'UTC'),
    from: bound,
    to: bound,
  })
  .map((written) => funnelQuerySchema.safeParse(written))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data as FunnelQuery)

/** Short histories of a few seconds in whole and half ones: many ties, repeats and edges of windows. */
export const anyHistory = (maxLength: number): fc.Arbitrary<FunnelEvent[]> =>
  fc.array(
    fc.record({
      visitor: fc.constantFrom('ann', 'ann', 'ann', 'ben'),
      at: fc
        .oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0.001, 1.5, 2.001))
        .map((seconds) => DST_NIGHT + seconds * 1_000),
      event: fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd'),
      props: fc.record(
        {
          k: fc.constantFrom(1, 2, 'two', ''),
          p: fc.constantFrom('x', 'y', true),
          trial: fc.constantFrom('t1', 't2'),
          account: fc.constantFrom('acme', 'globex', ''),
        },
        { requiredKeys: [] },
      ),
    }),
    { maxLength },
  )
