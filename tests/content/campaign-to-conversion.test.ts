import { expect, test } from 'vitest'
import { findById } from '#tests/support/find-by-id'
import { followHints, sendEvent, shippedDemo, undoneTasks, type Sent } from '#tests/support/play-demo'
import type { Run } from '~/domain/demo/engine/run'

type Count = { id: string; phone: number; computer: number; all: number }
type Effect = 'short' | 'link' | 'none'
type World = {
  today: string
  week: number
  campaign: { cost: number; box: number }
  steps: { id: string; event: string; from: string; usual: number }[]
  changes: { id: string; step: string; effect: Effect; low: number; high: number; tried: boolean }[]
  now: Count[]
} & Record<'before' | Effect, Count[]>

const { world, worldOf, play } = shippedDemo<World>('campaign-to-conversion')
const weeks = ['before', 'short', 'link', 'none'] as const

/** Visitors at a step and at the step before it, in one week. */
function counted(week: Count[], id: string): { went: number; of: number } {
  return { went: findById(week, id).all, of: findById(week, findById(world.steps, id).from).all }
}

const rate = (week: Count[], id: string) => counted(week, id).went / counted(week, id).of
const percent = (week: Count[], id: string) => Math.round(rate(week, id) * 1000) / 10

const named: Sent[] = [
  ['PLAN_TRACKING'],
  ['NAME_EVENTS', { form: 'form_started', account: 'account_opened' }],
  ['PUT_LIVE'],
  ['NEXT_WEEK'],
]
const rates: Sent = ['WORK_OUT', { box: 45, form: 50, account: 30, paid: 33.3 }]
const funnel: Record<string, Sent[]> = { free: [...named, rates], premium: named }

/** Everything from the funnel to the comparison of one change. */
function changed(plan: string, id: string): Sent[] {
  const { step: at, effect } = findById(world.changes, id)
  const again: Sent[] = [['WORK_OUT_AGAIN', { rate: percent(world[effect], at) }]]
  return [
    ['IMPROVE', { id: at }],
    ['MAKE_CHANGE', { change: id }],
    ['NEXT_WEEK'],
    ...(plan === 'free' ? again : []),
  ]
}

const decide = (decision: string): Sent[] => [['SHOW_OWNER'], ['DECIDE', { decision }]]

test.each(weeks)('in the week %s phones and computers make all, and nobody comes from nowhere', (name) => {
  for (const { id, phone, computer, all } of world[name]) {
    expect([id, phone + computer]).toEqual([id, all])
    const { from } = findById(world.steps, id)
    if (from === '') continue
    const before = findById(world[name], from)
    expect(phone < before.phone && computer < before.computer).toBe(true)
  }
})

test('only the leaking step lies far below autumn, and only on phones', () => {
  const gaps = world.steps
    .filter((one) => one.from !== '')
    .filter((one) => one.usual - rate(world.before, one.id) > 0.05)
  expect(gaps.map((one) => one.id)).toEqual(['account'])
  const { phone, computer } = findById(world.before, 'account')
  const form = findById(world.before, 'form')
  expect([phone / form.phone, computer / form.computer]).toEqual([0.1, 0.6])
})

test('more visitors are lost at another step than at the one that leaks', () => {
  const lost = (id: string) => counted(world.before, id).of - counted(world.before, id).went
  expect([lost('box'), lost('account')]).toEqual([1100, 315])
})

test('the figures in the messages are those of the weeks', () => {
  const autumn = world.steps.reduce((all, one) => all * one.usual, findById(world.before, 'page').all)
  expect(Math.round(autumn)).toBe(89)
  expect([2000, 45].map((all) => Math.round(all / 7))).toEqual([286, 6])
})

test.each(world.changes)('the bounds of $id are the 95% interval of its two weeks', (change) => {
  const [old, now] = [counted(world.before, change.step), counted(world[change.effect], change.step)]
  const variance = ({ went, of }: typeof old) => ((went / of) * (1 - went / of)) / of
  const margin = 1.96 * Math.sqrt(variance(old) + variance(now))
  const difference = now.went / now.of - old.went / old.of
  expect(change.low).toBeCloseTo(difference - margin, 3)
  expect(change.high).toBeCloseTo(difference + margin, 3)
  expect(change.low > 0).toBe(change.effect !== 'none')
})

test.each([
  ['phone-short', 'keep', 85],
  ['phone-link', 'double', 80],
])(
  '%s brings first orders on both plans, two steps sooner where nothing is worked out',
  (id, way, orders) => {
    const [byHand, byItself] = ['free', 'premium'].map((plan) =>
      play(plan, [...(funnel[plan] ?? []), ...changed(plan, id), ...decide(way)]),
    )
    for (const run of [byHand, byItself]) {
      if (!run) throw new Error('both plans are played')
      expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
      expect([worldOf(run).week, worldOf(run).today]).toEqual([2, '2026-11-23'])
      expect(findById(worldOf(run).now, 'paid').all).toBe(orders)
    }
    expect((byHand?.steps ?? 0) - (byItself?.steps ?? 0)).toBe(2)
  },
)

test('premium can name the events by itself', () => {
  const run = play('premium', [['PLAN_TRACKING'], ['USE_HOUSE_NAMES'], ['PUT_LIVE'], ['NEXT_WEEK']])
  expect(run.states).toEqual(['funnel'])
  const events = worldOf(run).steps.map((one) => one.event)
  expect(new Set(events).size).toBe(events.length)
})

test.each([
  ['form_sent', 'form_sent', 585],
  ['box_chosen', 'account_opened', 1350],
])('%s and %s count two steps as one on free and cost a week', (form, account, count) => {
  const twice: Sent = ['NAME_EVENTS', { form, account }]
  const lost = play('free', [['PLAN_TRACKING'], twice, ['PUT_LIVE'], ['NEXT_WEEK']])
  expect([lost.states, findById(worldOf(lost).now, 'form').all]).toEqual([['double-count'], count])
  const again = [['RENAME'] as Sent, twice].reduce(sendEvent, lost)
  expect([again.states, again.world.problem]).toEqual([['tracking-plan'], 'taken'])
  const rest = [...(funnel.free ?? []).slice(1), ...changed('free', 'phone-short'), ...decide('keep')]
  const done = rest.reduce(sendEvent, again)
  expect([done.outcome, undoneTasks(done), worldOf(done).week]).toEqual(['success', ['right-first-time'], 3])
})

test('a name that is taken is seen before it counts: by premium at once, on free by the web', () => {
  const twice: Sent = ['NAME_EVENTS', { form: 'order_paid', account: 'account_opened' }]
  const refused = play('premium', [['PLAN_TRACKING'], twice])
  expect([refused.states, refused.world.problem]).toEqual([['tracking-plan'], 'taken'])
  const asked = play('free', [['PLAN_TRACKING'], twice, ['ASK_FOR_NAMES'], ...named.slice(1)])
  expect([asked.states, asked.world.corrected]).toEqual([['export'], false])
})

test('a day is too short to tell, and looking costs nothing', () => {
  const run = play('free', [...named.slice(0, 3), ['LOOK_EARLY']])
  expect([run.states, run.world.problem, run.world.week]).toEqual([['running'], 'early', 0])
})

test.each([
  ['all', { box: 45, form: 22.5, account: 6.8, paid: 2.3 }],
  ['rates', { box: 45, form: 50, account: 70, paid: 33.3 }],
])('rates that do not fit the file are explained: %s', (problem, wrong) => {
  const run = play('free', [...named, ['WORK_OUT', wrong]])
  expect([run.states, run.world.problem]).toEqual([['export'], problem])
  expect(sendEvent(run, rates).states).toEqual(['funnel'])
})

const inVain = ['free', 'premium'].flatMap((plan) =>
  world.changes.filter((change) => change.effect === 'none').map(({ id }) => ({ plan, id })),
)

test.each(inVain)('on $plan $id does nothing and is taken back', ({ plan, id }) => {
  const seen = play(plan, [...(funnel[plan] ?? []), ...changed(plan, id)])
  expect(seen.states).toEqual(['compare'])
  const asked = sendEvent(seen, ['SHOW_OWNER'])
  expect(asked.states).toEqual(['no-difference'])
  const back = sendEvent(asked, ['UNDO_CHANGE'])
  expect(back.world).toEqual(sendEvent(seen, ['UNDO_CHANGE']).world)
  expect([back.states, findById(worldOf(back).changes, id).tried]).toEqual([['funnel'], true])
  const done = [...changed(plan, 'phone-short'), ...decide('keep')].reduce(sendEvent, back)
  expect([done.outcome, undoneTasks(done), worldOf(done).week]).toEqual(['success', ['right-first-time'], 3])
})

test('what works is not taken back', () => {
  const run = play('premium', [...named, ...changed('premium', 'phone-link'), ['UNDO_CHANGE']])
  expect([run.states, run.world.problem]).toEqual([['compare'], 'works'])
})

const anyNames = ['free', 'premium'].flatMap((plan) => [
  { plan, form: 'details_opened', account: 'customer_made' },
  { plan, form: 'a_b', account: 'b_a' },
])

test.each(anyNames)('on $plan hints lead $form and $account to a decision', ({ plan, ...names }) => {
  const start = play(plan, [['PLAN_TRACKING'], ['NAME_EVENTS', names]])
  const run = followHints(start, 30 - start.steps)
  expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
})

type Moment = { id: string; on: string }
const daysOf = (run: Run) => (run.world.history as Moment[]).filter(({ on }) => on !== '')

test('each change that was taken back stays in the history with its days, in their order', () => {
  const takenBack = ['headline', 'voucher'].flatMap((id) => [
    ...changed('premium', id),
    ['UNDO_CHANGE'] as Sent,
  ])
  const run = play('premium', [
    ...named,
    ...takenBack,
    ...changed('premium', 'phone-short'),
    ...decide('keep'),
  ])
  const later = daysOf(run).slice(-9)
  expect(later.map(({ id, on }) => `${id.split('-')[0]} ${on}`)).toEqual([
    ...['changed 2026-11-16', 'compared 2026-11-23', 'undone 2026-11-23'],
    ...['changed 2026-11-23', 'compared 2026-11-30', 'undone 2026-11-30'],
    ...['changed 2026-11-30', 'compared 2026-12-07', 'decided 2026-12-07'],
  ])
})

test('events that had to be named twice keep both days', () => {
  const one: Sent = ['NAME_EVENTS', { form: 'form_sent', account: 'form_sent' }]
  const lost = play('free', [['PLAN_TRACKING'], one, ['PUT_LIVE'], ['NEXT_WEEK'], ['RENAME']])
  const run = named.slice(1, 3).reduce(sendEvent, lost)
  expect(daysOf(run).map(({ id, on }) => `${id} ${on}`)).toEqual([
    ...['named 2026-11-09', 'placed 2026-11-09'],
    ...['lost 2026-11-16', 'named-again 2026-11-16', 'placed-again 2026-11-16'],
  ])
})
