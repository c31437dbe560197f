import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryDemo, arbitraryParallelDemo, arbitraryProcess } from '#tests/support/arbitrary-demo'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import type { CompiledDemo } from '../compile'
import { openTasks } from '../done-tasks'
import { PROOF_START } from '../../proof/explored-run'
import { approvalSource } from '../../fixtures/approval'
import { compiledFrom } from '../../fixtures/compiled'
import { fulfilmentSource } from '../../fixtures/fulfilment'
import { requiredTasks } from '../../proof/ideal'
import { offeredEvents, type PlainEvent } from '../offered-events'
import { proofRun } from '../../proof/proof'
import { prove } from '../../proof/prove'
import { compareWays, type RemainingWay } from './remaining-way'
import { configurationKey, startRun, step, type Run } from '../run'
import { scoreRun } from '../score'
import { detoursOf, remainingWay } from './way'
import type { StepMark } from './way-state'
import { Ways } from './ways'

const choices = fc.array(fc.nat(99), { maxLength: 14 })
const anyDemo = fc.oneof(
  arbitraryDemo,
  arbitraryProcess,
  arbitraryParallelDemo,
  fc.constantFrom(compiledFrom(approvalSource), compiledFrom(fulfilmentSource)),
)

/** A run that knows its way, with another seed and start time than the proof's. */
function begin(compiled: CompiledDemo, plan: string, role = compiled.startRoles[0] ?? ''): Run {
  const graph = proofRun(prove(compiled), plan, role)?.ways
  if (!graph) throw new Error('Not everything was explored.')
  const ways = new Ways(compiled, JSON.parse(JSON.stringify(graph)) as typeof graph)
  return startRun(compiled, { plan, role, seed: 'another', startedAt: PROOF_START.startedAt, ways })
}

function take(run: Run, ...events: PlainEvent[]): Run {
  return events.reduce((now, event) => {
    const result = step(now, { ...event, at: now.lastAt })
    if (!result.ok) throw new Error(`${event.type}: ${result.message}`)
    return result.run
  }, run)
}

const marksOf = (run: Run): StepMark[] => (run.way?.steps ?? []).map(({ mark }) => mark)
const press = (...types: string[]): PlainEvent[] => types.map((type) => ({ type }))

/** Presses the controls that `picks` choose, and returns every run. */
function wander(start: Run, picks: readonly number[]): Run[] {
  const runs = [start]
  for (const pick of picks) {
    const run = runs[runs.length - 1] as Run
    const events = run.status === 'done' ? [] : offeredEvents(run)
    const event = events[pick % Math.max(1, events.length)]
    const result = event && step(run, { type: event.type, data: event.data, at: run.lastAt })
    if (result?.ok) runs.push(result.run)
  }
  return runs
}

/** Every new configuration that is one step away. */
function stepsFrom(run: Run, keys: Set<string>): Run[] {
  if (run.status === 'done') return []
  return offeredEvents(run).flatMap(({ type, data }) => {
    const result = step(run, { type, data, at: run.lastAt })
    const key = result.ok ? configurationKey(result.run) : ''
    if (!result.ok || keys.has(key)) return []
    keys.add(key)
    return [result.run]
  })
}

/** The remaining way by its definition: a new search over every reachable ending. */
function searched(start: Run): RemainingWay {
  const keys = new Set([configurationKey(start)])
  let best: RemainingWay = null
  let front = [start]
  for (let steps = 0; front.length > 0; steps++) {
    const endings = front.filter((run) => run.outcome === 'success')
    const ways = endings.map((run) => ({ open: openRequired(run), steps }))
    best = [best, ...ways].sort(compareWays)[0] ?? null
    front = front.flatMap((run) => stepsFrom(run, keys))
  }
  return best
}

const openRequired = (run: Run) =>
  openTasks(run).filter((id) => requiredTasks(run.compiled.demo).includes(id)).length

test('the detours of any trace are those that a new search after each step finds', () => {
  const property = fc.property(anyDemo, choices, fc.boolean(), (compiled, picks, last) => {
    const plan = (last ? compiled.plans.at(-1) : compiled.plans[0]) ?? ''
    const runs = wander(begin(compiled, plan), picks)
    const ways = runs.map(searched)
    expect(runs.map(remainingWay)).toEqual(ways)
    const expected = ways.slice(1).filter((way, index) => compareWays(way, ways[index] ?? null) >= 0)
    expect(detoursOf(runs.at(-1) as Run)).toBe(expected.length)
  })
  fc.assert(property, { numRuns: tries(120) })
})

test('following the ideal way of the proof takes no detour and gives the full score', () => {
  const property = fc.property(anyDemo, (compiled) => {
    for (const { plan, role, ideal, ways } of prove(compiled).runs) {
      if (!ideal || !ways) continue
      const end = take(begin(compiled, plan, role), ...ideal.events)
      expect(marksOf(end)).toEqual(ideal.events.map(() => 'ideal'))
      expect(ways.left.slice(0, 2)).toEqual([openRequired(end), ideal.events.length])
      const isScored = requiredTasks(compiled.demo).length > 0 && openRequired(end) === 0
      if (isScored) expect(scoreRun(end).score).toBe(100)
    }
  })
  fc.assert(property, { numRuns: tries(80) })
})

test('parallel regions may go in any order', () => {
  const step = (name: string, count: number) => ({
    initial: `${name}0`,
    states: {
      ...Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${name}${at}`,
          { screen: name, on: { [name.toUpperCase()]: at + 1 < count ? `${name}${at + 1}` : `${name}-end` } },
        ]),
      ),
      [`${name}-end`]: { screen: 'main', final: 'done' },
    },
  })
  const property = fc.property(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    (left, right, order) => {
      const compiled = compiledDemo({
        screens: {
          left: screen('Left', button('LEFT')),
          right: screen('Right', button('RIGHT')),
          main: screen('Main'),
        },
        states: {
          both: {
            type: 'parallel',
            screen: 'main',
            onDone: 'won',
            states: { left: step('left', left), right: step('right', right) },
          },
          won: { final: 'success' },
        },
      })
      let [lefts, rights, run] = [left, right, begin(compiled, 'free')]
      for (const isLeft of order) {
        const goLeft = rights === 0 || (isLeft && lefts > 0)
        if (run.status === 'done') break
        run = take(run, { type: goLeft ? 'LEFT' : 'RIGHT' })
        if (goLeft) lefts--
        else rights--
      }
      expect([run.outcome, detoursOf(run)]).toEqual(['success', 0])
    },
  )
  fc.assert(property, { numRuns: tries(60) })
})

/** Two customers: the near one is served in one step, the far one in three. */
const customers = (free?: string[]) =>
  compiledDemo({
    screens: {
      desk: screen('Desk', button('NEAR'), button('FAR')),
      near: screen('Near', button('SERVE'), button('BACK')),
      far: screen('Far', button('WALK'), button('BACK')),
      there: screen('There', button('SERVE'), button('WAIT')),
    },
    states: {
      desk: { screen: 'desk', ...(free && { free }), on: { NEAR: 'near', FAR: 'far' } },
      near: { screen: 'near', on: { SERVE: 'end', BACK: 'desk' } },
      far: { screen: 'far', on: { WALK: 'there', BACK: 'desk' } },
      there: { screen: 'there', on: { SERVE: 'end', WAIT: {} } },
      end: { final: 'success' },
    },
  })

test('a free choice is no detour, and detours after it are counted from there', () => {
  const far = press('FAR', 'WALK', 'WAIT', 'SERVE')
  expect(marksOf(take(begin(customers(), 'free'), ...far))).toEqual(['detour', 'ideal', 'detour', 'ideal'])
  const chosen = take(begin(customers(['FAR', 'NEAR']), 'free'), ...far)
  expect(marksOf(chosen)).toEqual(['free', 'ideal', 'detour', 'ideal'])
  expect(detoursOf(chosen)).toBe(1)
  expect(marksOf(take(begin(customers(['FAR', 'NEAR']), 'free'), ...press('NEAR', 'SERVE')))).toEqual([
    'free',
    'ideal',
  ])
})

test('a choice is free once each time its state is entered', () => {
  const again = press('FAR', 'BACK', 'FAR', 'WALK', 'SERVE')
  expect(marksOf(take(begin(customers(['FAR']), 'free'), ...again))).toEqual([
    'free',
    'detour',
    'free',
    'ideal',
    'ideal',
  ])
  const staying = compiledDemo({
    world: { chosen: 0 },
    screens: { main: screen('Main', button('CHOOSE'), button('GO')) },
    states: {
      main: {
        screen: 'main',
        free: ['CHOOSE'],
        on: {
          CHOOSE: { do: [{ set: 'world.chosen', to: 'world.chosen == 2 ? 0 : world.chosen + 1' }] },
          GO: 'end',
        },
      },
      end: { final: 'success' },
    },
  })
  const end = take(begin(staying, 'free'), ...press('CHOOSE', 'CHOOSE', 'GO'))
  expect(marksOf(end)).toEqual(['free', 'detour', 'ideal'])
})

test('a step that the proof did not explore makes later detours unknown, never zero', () => {
  const compiled = compiledDemo({
    world: { left: 3 },
    screens: {
      main: screen('Main', {
        form: {
          send: 'SAVE',
          submit: { en: 'Save' },
          fields: [{ name: 'qty', kind: 'number', label: { en: 'Quantity' } }],
          samples: [{ qty: 1 }],
        },
      }),
      more: screen('More', button('GO')),
    },
    states: {
      main: { screen: 'main', on: { SAVE: [{ if: 'event.qty == 1', to: 'end' }, { to: 'more' }] } },
      more: { screen: 'more', on: { GO: 'end' } },
      end: { final: 'success' },
    },
  })
  const seen = take(begin(compiled, 'free'), { type: 'SAVE', data: { qty: 1 } })
  expect(detoursOf(seen)).toBe(0)
  const unseen = take(begin(compiled, 'free'), { type: 'SAVE', data: { qty: 2 } }, { type: 'GO' })
  expect([marksOf(unseen), detoursOf(unseen)]).toEqual([['unknown', 'unknown'], null])
})

test('where data decides, the same data is preferred, and other data is taken for the best', () => {
  const compiled = compiledDemo({
    world: { qty: 0 },
    screens: {
      main: screen('Main', {
        form: {
          send: 'SAVE',
          submit: { en: 'Save' },
          fields: [{ name: 'qty', kind: 'number', label: { en: 'Quantity' } }],
          samples: [{ qty: 1 }, { qty: 5 }],
        },
      }),
      next: screen('Next', button('GO'), button('FIX')),
    },
    states: {
      main: { screen: 'main', on: { SAVE: { do: [{ set: 'world.qty', to: 'event.qty' }], to: 'next' } } },
      next: {
        screen: 'next',
        on: {
          GO: { if: 'world.qty < 3', to: 'end' },
          FIX: { do: [{ set: 'world.qty', to: '1' }] },
        },
      },
      end: { final: 'success' },
    },
  })
  const start = begin(compiled, 'free')
  const after = (qty: number) => take(start, { type: 'SAVE', data: { qty } })
  expect([remainingWay(after(1)), remainingWay(after(5)), remainingWay(after(2))]).toEqual([
    { open: 0, steps: 1 },
    { open: 0, steps: 2 },
    { open: 0, steps: 1 },
  ])
  expect(marksOf(after(5))).toEqual(['detour'])
})

test('help is not a step, and counts once before each', () => {
  const start = begin(customers(), 'free')
  const helped = take(start, ...press('@hint', '@hint', 'NEAR', '@hint', 'SERVE'))
  expect([helped.steps, helped.events, helped.hints, marksOf(helped)]).toEqual([2, 5, 2, ['ideal', 'ideal']])
})
