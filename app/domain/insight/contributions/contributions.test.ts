import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangeCell } from './contribution'
import { CHANGE_DIMENSIONS } from './contribution'
import { contributions, largestContributions } from './contributions'
import { quantileOfNormal } from './normal-quantile'

const cell = (changes: Partial<ChangeCell> & Pick<ChangeCell, 'trials' | 'finished'>): ChangeCell => ({
  ...{ demo: 'one', plan: 'free', channel: 'direct', role: 'sales', matured: 0, converted: 0 },
  ...changes,
})

const cells = fc.array(
  fc
    .record({
      demo: fc.constantFrom('one', 'two', 'three'),
      plan: fc.constantFrom('free', 'premium'),
      channel: fc.constantFrom('direct', 'email'),
      role: fc.constantFrom('sales', 'stock'),
      trials: fc.integer({ min: 1, max: 300 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ share, ...rest }) => cell({ ...rest, finished: Math.round(share * rest.trials) })),
  { minLength: 1, maxLength: 12 },
)

const rateOf = (all: readonly ChangeCell[]) =>
  all.reduce((sum, { finished }) => sum + finished, 0) / all.reduce((sum, { trials }) => sum + trials, 0)

test('the contributions of each dimension sum to the change, of rates and of counts', () => {
  fc.assert(
    fc.property(cells, cells, (now, before) => {
      for (const dimension of CHANGE_DIMENSIONS) {
        const sumOf = (measure: 'completion' | 'trials') =>
          contributions(measure, now, before)
            .filter((one) => one.dimension === dimension)
            .reduce((sum, { effect }) => sum + (effect.value ?? 0), 0)
        expect(sumOf('completion')).toBeCloseTo(rateOf(now) - rateOf(before), 9)
        const trials = (all: readonly ChangeCell[]) => all.reduce((sum, one) => sum + one.trials, 0)
        expect(sumOf('trials')).toBeCloseTo(trials(now) - trials(before), 9)
      }
    }),
  )
})

test('a rate that fell in one demo is named there, and as the rate', () => {
  const before = [cell({ trials: 1000, finished: 600 }), cell({ demo: 'two', trials: 1000, finished: 600 })]
  const now = [cell({ trials: 1000, finished: 600 }), cell({ demo: 'two', trials: 1000, finished: 300 })]
  const [first, ...others] = largestContributions(contributions('completion', now, before), 3)
  expect(first).toMatchObject({ kind: 'rate', dimension: 'demo', value: 'two' })
  expect(first?.effect.value).toBeCloseTo(-0.15, 9)
  expect(others.filter(({ dimension }) => dimension === 'demo')).toEqual([])
})

test('a channel that grew and finishes less is named as a shift, where no rate changed', () => {
  const of = (email: number, direct: number) => [
    cell({ channel: 'email', trials: email, finished: email * 0.2 }),
    cell({ trials: direct, finished: direct * 0.7 }),
  ]
  const named = largestContributions(contributions('completion', of(1500, 500), of(500, 1500)), 3)
  expect(named.map(({ kind, dimension }) => [kind, dimension])).toEqual([
    ['mix', 'channel'],
    ['mix', 'channel'],
  ])
  expect(named.reduce((sum, { effect }) => sum + (effect.value ?? 0), 0)).toBeCloseTo(-0.25, 9)
})

test('where nothing but chance differs, hardly ever anything is named', () => {
  let seed = 42
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  const draw = () => {
    const made = new Map<string, ChangeCell>()
    for (let trial = 0; trial < 600; trial += 1) {
      const pick = (values: string[]) => values[Math.floor(random() * values.length)] ?? ''
      const own = {
        ...{ demo: pick(['one', 'two', 'three']), plan: pick(['free', 'premium']) },
        ...{ channel: pick(['direct', 'email', 'search']), role: pick(['sales', 'stock']) },
      }
      const known = made.get(JSON.stringify(own)) ?? cell({ ...own, trials: 0, finished: 0 })
      known.trials += 1
      known.finished += random() < 0.5 ? 1 : 0
      made.set(JSON.stringify(own), known)
    }
    return [...made.values()]
  }
  const rounds = 60
  const wrong = Array.from({ length: rounds }, () =>
    (['completion', 'trials'] as const).flatMap((measure) =>
      largestContributions(contributions(measure, draw(), draw()), 3),
    ),
  ).filter((named) => named.length > 0)
  expect(wrong.length / rounds).toBeLessThan(0.1)
})

test('the quantiles of the normal distribution are those of the tables', () => {
  expect(quantileOfNormal(0.05)).toBeCloseTo(1.959963984540054, 9)
  expect(quantileOfNormal(0.01)).toBeCloseTo(2.5758293035489, 9)
})
