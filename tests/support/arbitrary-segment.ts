import fc from 'fast-check'
import { arbitraryTrials } from './arbitrary-trials'
import { GOALS } from '~/domain/insight/conversion-terms'
import type { MeasuredTrial } from '~/domain/insight/measured-trial'
import type { SegmentCondition, SegmentGroup, TrialTraits } from '~/domain/insight/segment/segment-rule'
import { GROUP_MATCHES } from '~/domain/insight/segment/segment-rule'

const count = () => fc.integer({ min: 1, max: 4 })

const traits = (): fc.Arbitrary<TrialTraits> =>
  fc.record(
    {
      demo: fc.constantFrom('order-to-cash', 'hire-to-retire'),
      plan: fc.constantFrom('free', 'premium'),
      role: fc.constantFrom('sales', 'warehouse'),
      locale: fc.constantFrom('en' as const, 'zh' as const),
      device: fc.constantFrom('desktop' as const, 'phone' as const),
      channel: fc.constantFrom('direct', 'email'),
      source: fc.constantFrom('newsletter', 'partner'),
      campaign: fc.constantFrom('spring', 'autumn'),
      ended: fc.constantFrom('success' as const, 'other' as const, 'open' as const),
      state: fc.constantFrom('orders', 'pick', 'paid'),
      task: fc.constantFrom('create-order', 'ship'),
      scoreAtLeast: fc.constantFrom(0, 50, 100),
      starsAtLeast: fc.integer({ min: 1, max: 5 }),
      stepsAtLeast: fc.integer({ min: 1, max: 20 }),
      withinDays: fc.integer({ min: 1, max: 120 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )

/** A trait or two, so that most conditions hold of somebody. */
const fewTraits = () =>
  fc.tuple(traits(), fc.array(fc.nat(20), { maxLength: 2 })).map(([all, places]): TrialTraits => {
    const entries = Object.entries(all)
    return Object.fromEntries(places.flatMap((place) => entries.slice(place, place + 1)))
  })

const goal = () => fc.option(fc.constantFrom(...GOALS), { nil: undefined })

const condition = (): fc.Arbitrary<SegmentCondition> =>
  fc.oneof(
    fc.record({ fact: fc.constant('trials' as const), atLeast: count(), like: fewTraits() }),
    fc.record({ fact: fc.constant('demos-finished' as const), atLeast: count() }),
    fc.constant({ fact: 'returned' as const }),
    fc.record({ fact: fc.constant('asked' as const), goal: goal() }),
    fc.record({ fact: fc.constant('converted' as const), goal: goal() }),
    fc.constant({ fact: 'account-known' as const }),
    fc.record({
      fact: fc.constant('account-domain' as const),
      is: fc.constantFrom('alder.test', 'birch.example', 'nobody.example'),
    }),
    fc.record({ fact: fc.constant('account-people' as const), atLeast: count() }),
  )

/** Rules of segments over trials as `arbitraryTrials` makes them, with groups in groups. */
export function arbitrarySegment(): fc.Arbitrary<SegmentGroup> {
  const { group } = fc.letrec<{ group: SegmentGroup; rule: SegmentCondition | SegmentGroup }>((tie) => ({
    rule: fc.oneof({ maxDepth: 2, depthIdentifier: 'segment' }, condition(), tie('group')),
    group: fc.record({
      match: fc.constantFrom(...GROUP_MATCHES),
      rules: fc.array(tie('rule'), { maxLength: 3, depthIdentifier: 'segment' }),
    }),
  }))
  return group
}

/** Trials of few visitors, most without a flag, so that many visitors are known by several trials. */
export function arbitraryHistories(maxLength: number): fc.Arbitrary<MeasuredTrial[]> {
  return arbitraryTrials(maxLength).map((rows) =>
    rows.map((row) =>
      row.steps % 4 === 0 ? row : { ...row, flags: row.flags.filter((flag) => flag === 'simulated') },
    ),
  )
}
