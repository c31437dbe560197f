import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { trial } from '#db/schema/trial'
import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertConversion } from '#db/queries/conversions'
import { insertEvents } from '#db/queries/trial-events'
import { insertTrial } from '#db/queries/trials'
import { insertVisitor } from '#db/queries/visitors'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishDemo, retireDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { DemoMeasures } from '~/domain/insight/demo-measures'
import { CONVERSION_STATES } from '~/domain/insight/conversion-terms'
import type { TrialSet } from '~/domain/insight/trial-set'
import { PLAIN_SETS } from '~/domain/insight/trial-set'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { trialsHref } from './filter/board-links'
import { queryOf } from './filter/board-query'
import { readChannels } from './channels/read-channels.server'
import { listTrials } from './trials/list-trials.server'
import { readDemoBoard } from './demo/read-demo-board.server'
import { readOverview } from './overview/read-overview.server'
import { readReplay } from './replay/read-replay.server'

const SLUG = 'request-approval'

/** Every number on a board with the set that it opens. */
function numbersOn({
  counts,
  activeMs,
  score,
  rating,
  dropOff,
  edges,
  paths,
  tasks,
}: DemoMeasures): [number, TrialSet][] {
  return [
    ...PLAIN_SETS.map((name): [number, TrialSet] => [counts[name], { name }]),
    ...activeMs.bars.map((bar): [number, TrialSet] => [bar.count, { family: 'minutes', key: bar.key }]),
    ...score.bars.map((bar): [number, TrialSet] => [bar.count, { family: 'score', key: bar.key }]),
    ...rating.distribution.map((one): [number, TrialSet] => [
      one.count,
      { family: 'stars', key: String(one.stars) },
    ]),
    ...dropOff.flatMap((one): [number, TrialSet][] => [
      [one.denominator, { family: 'entered', key: one.state }],
      [one.numerator, { family: 'dropped-at', key: one.state }],
    ]),
    ...edges.map((one): [number, TrialSet] => [one.numerator, { family: 'edge', key: one.key }]),
    ...paths.map((one): [number, TrialSet] => [one.numerator, { family: 'path', key: one.key }]),
    ...tasks.flatMap((one): [number, TrialSet][] => [
      [one.denominator, { family: 'task-offered', key: one.task }],
      [one.numerator, { family: 'task-done', key: one.task }],
    ]),
  ]
}

async function insertTrialRow(
  test: TestApp,
  revisionId: string,
  changes: { lastSeq: number; startedAt?: Date },
) {
  const visitorId = uuidv7()
  const startedAt = test.clock.at
  await insertVisitor(test.app.db, { visitorId })
  return insertTrial(test.app.db, {
    visitorId,
    id: uuidv7(),
    demoSlug: SLUG,
    revisionId,
    revisionNumber: 1,
    plan: 'premium',
    role: 'employee',
    locale: 'es',
    seed: 'seed',
    startedAt,
    lastEventAt: startedAt,
    device: 'desktop',
    lastState: 'requests',
    ...changes,
  })
}

const event = (seq: number, at: number, type: string, data?: TraceEvent['data']): TraceEvent => ({
  seq,
  at,
  type,
  activeMs: 1_000,
  ...(data && { data }),
})

test('nobody sees a board without the right to, whatever they ask for', async () => {
  await using test = await createTestApp()
  const verbs = [readOverview, readDemoBoard, listTrials, readReplay, readChannels]
  for (const verb of verbs) {
    const refusal = (ctx: ReturnType<typeof asStaff>) => verb({ ctx, input: { slug: '!', trialId: '!' } })
    await expect(refusal(test.as())).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(refusal(asStaff(test, 'operator'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(refusal(asStaff(test, 'publisher'))).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('the link under every number on a board opens a list of exactly as many trials', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  test.clock.at = TEST_NOW
  const ctx = asStaff(test, 'growth')
  const [rows = []] = fc.sample(arbitraryTrials(150), { numRuns: 1, seed: 7 })
  await insertMeasuredTrials(
    test.app.db,
    rows.map((row) => ({ ...row, demoSlug: SLUG })),
  )
  for (const query of [
    { range: 'all' },
    { range: '90d', flagged: 'in', plan: 'free' },
    { simulated: 'out' },
    { range: 'all', unit: 'visitor' },
    { range: 'all', unit: 'account', goal: 'purchase' },
  ]) {
    const board = await readDemoBoard({ ctx, input: { ...query, slug: SLUG } })
    const { terms, counts } = board.conversion
    const states = CONVERSION_STATES.map(
      (state) => [counts[state], { ...terms, state }] as [number, TrialSet],
    )
    for (const [number, set] of [...numbersOn(board.measures), ...states]) {
      const input = queryOf(`http://foyer${trialsHref(board.query, set, SLUG)}`)
      const list = await listTrials({ ctx, input })
      expect([set, list.count]).toEqual([set, number])
      expect(list.trials.length).toBe(Math.min(50, number))
    }
  }
}, 120_000)

test('a demo that was retired keeps its board, one that never was has none', async () => {
  await using test = await createTestApp()
  const { documentId } = await publishDemo(test.app.db, approvalSource)
  await retireDemo(test.app.db, documentId, null)
  const ctx = asStaff(test, 'growth')
  const board = await readDemoBoard({ ctx, input: { slug: SLUG } })
  expect(board.demo).toEqual({ slug: SLUG, title: 'Request approval', status: 'retired' })
  expect(board.chart.nodes.map((node) => node.title)).toContain('Waiting for review')
  expect(board.ideals.map(({ plan, role }) => [plan, role])).toContainEqual(['premium', 'employee'])
  await expect(readDemoBoard({ ctx, input: { slug: 'absent' } })).rejects.toMatchObject({ code: 'not-found' })
  const other = await readDemoBoard({ ctx, input: { slug: SLUG, revision: '9' } })
  expect([other.drawn, other.leftOut]).toEqual([1, [{ name: 'revision', value: '9' }]])
  await expect(readDemoBoard({ ctx, input: { slug: '../x' } })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('the overview has every published demo, also those that nobody tried', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const overview = await readOverview({ ctx: asStaff(test, 'growth'), input: {} })
  expect(overview.demos).toMatchObject([{ slug: SLUG, title: 'Request approval', trials: 0 }])
  expect(overview.trend).toHaveLength(30)
  expect(overview.completion).toMatchObject({ share: null, enough: false })
})

test('a replay shows each step as the prospect saw it, and tells it to the reader in their language', async () => {
  await using test = await createTestApp()
  const { revisionId } = await publishDemo(test.app.db, approvalSource)
  const trial = await insertTrialRow(test, revisionId, { lastSeq: 4 })
  const data = { who: 'p2', what: 'Laptop', amount: 900 }
  const events = [
    event(1, 2_000, 'NEW_REQUEST'),
    event(2, 90_000, 'SAVE_REQUEST', data),
    event(3, 91_000, '@hint'),
    event(4, 92_000, 'APPROVE', { fast: false }),
  ]
  await insertEvents(test.app.db, trial, events, test.clock.at)
  const ctx = asStaff(test, 'growth')
  const at = (step: number) => readReplay({ ctx, input: { trialId: trial.id, step } })

  const opened = await at(0)
  expect(opened.steps.map(({ kind, pauseMs }) => [kind, pauseMs])).toEqual([
    ['start', 0],
    ['event', 0],
    ['event', 87_000],
    ['hint', 0],
    ['event', 0],
  ])
  expect(opened.steps[2]).toMatchObject({
    label: 'Send',
    control: 'form',
    inputs: [
      { label: 'Who', value: 'Bo' },
      { label: 'What', value: 'Laptop' },
      { label: 'Amount', value: 900 },
    ],
    entered: ['Waiting for review'],
    tasksDone: ['Send a request'],
  })
  expect(opened.screen.panes[0]?.title).toBe('Solicitudes')
  expect(opened.tasks.every((task) => task.doneAt === null)).toBe(true)

  const last = await at(99)
  expect(last.current).toBe(4)
  expect(last.screen.panes[0]?.title).toBe('Listo')
  expect(last.path).toEqual(['requests', 'new-request', 'waiting', 'approved'])
  expect(last.path).toEqual(last.ideal)
  expect(last.tasks.find((task) => task.id === 'approve')?.doneAt).toBe(92_000)
})

test('what was confirmed of a trial stands apart from what its browser asked for', async () => {
  await using test = await createTestApp()
  const { revisionId } = await publishDemo(test.app.db, approvalSource)
  const { id: trialId, visitorId } = await insertTrialRow(test, revisionId, { lastSeq: 0 })
  const told = { visitorId, trialId, recordedAt: test.clock.at }
  const tell = (goal: 'quote' | 'purchase', source: 'browser' | 'api' | 'csv', hours: number) =>
    insertConversion(test.app.db, {
      ...{ ...told, id: uuidv7(), goal, source },
      at: new Date(test.clock.at.getTime() + hours * 3_600_000),
    })
  await tell('quote', 'browser', 1)
  await tell('quote', 'api', 2)
  await tell('purchase', 'csv', 3)
  const { facts } = await readReplay({ ctx: asStaff(test, 'growth'), input: { trialId } })
  const goals = (list: typeof facts.asks) => list.map(({ goal }) => goal)
  expect([goals(facts.conversions), goals(facts.asks)]).toEqual([['quote', 'purchase'], ['quote']])
})

test('a trace that no longer fits is shown up to where it does', async () => {
  await using test = await createTestApp()
  const { revisionId } = await publishDemo(test.app.db, approvalSource)
  const trial = await insertTrialRow(test, revisionId, { lastSeq: 2 })
  await insertEvents(
    test.app.db,
    trial,
    [event(1, 2_000, 'NEW_REQUEST'), event(2, 3_000, 'APPROVE')],
    test.clock.at,
  )
  const view = await readReplay({ ctx: asStaff(test, 'growth'), input: { trialId: trial.id } })
  expect(view.steps).toHaveLength(2)
  expect(view.refusedAt).toBe(2)
  const absent = readReplay({ ctx: asStaff(test, 'growth'), input: { trialId: uuidv7() } })
  await expect(absent).rejects.toMatchObject({ code: 'not-found' })
})

test('a wrong part of a filter is left out and named, and the rest of it holds', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const wrong = { from: '2026-02-30', range: '1d', account: 'x', plan: 'free' }
  const named = [
    { name: 'from', value: '2026-02-30' },
    { name: 'range', value: '1d' },
    { name: 'account', value: 'x' },
  ]
  const byName = expect.arrayContaining(named)
  for (const board of [
    await readOverview({ ctx, input: wrong }),
    await readDemoBoard({ ctx, input: { ...wrong, slug: SLUG } }),
    await listTrials({ ctx, input: wrong }),
  ]) {
    expect(board.leftOut).toEqual(byName)
    expect(board.query).toMatchObject({ plan: 'free', range: '30d' })
  }
  const list = await listTrials({ ctx, input: { set: 'nonsense', sort: 'x', after: 'x', demo: '../' } })
  expect(list.leftOut.map(({ name }) => name).sort()).toEqual(['after', 'demo', 'set', 'sort'])
})

test('a trial whose id is none is not found', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  for (const trialId of ['x', '', uuidv7()]) {
    await expect(readReplay({ ctx, input: { trialId } })).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('a list is as long as its number although trials come, change and go between the two', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  test.clock.at = TEST_NOW
  const ctx = asStaff(test, 'growth')
  const [rows = [], more = []] = fc.sample(arbitraryTrials(60), { numRuns: 2, seed: 11 })
  const ofDemo = (trials: typeof rows) => trials.map((row) => ({ ...row, demoSlug: SLUG }))
  await insertMeasuredTrials(test.app.db, ofDemo(rows))
  const board = await readDemoBoard({ ctx, input: { slug: SLUG, range: 'all', flagged: 'in' } })

  await test.app.db.update(trial).set({ outcome: 'success', path: ['elsewhere'], hints: 1, detours: 0 })
  await test.app.db.delete(trial).where(eq(trial.id, rows[0]?.id ?? ''))
  await insertMeasuredTrials(test.app.db, ofDemo(more))
  test.clock.at = new Date(TEST_NOW.getTime() + 45 * 60_000)

  for (const [number, set] of numbersOn(board.measures)) {
    const input = queryOf(`http://foyer${trialsHref(board.query, set, SLUG)}`)
    const list = await listTrials({ ctx, input })
    expect([set, list.count]).toEqual([set, number])
    expect(list.period).toMatchObject({ asOf: TEST_NOW, movedOn: false })
  }
  const fresh = await readDemoBoard({ ctx, input: { slug: SLUG, range: 'all', flagged: 'in' } })
  expect(fresh.measures.counts.started).not.toBe(board.measures.counts.started)
}, 120_000)

test('a link of long ago shows the present figures and says so', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const present = await readOverview({ ctx, input: {} })
  const anHourAgo = String((present.query.asOf ?? 0) - 3_700_000)
  for (const board of [
    await readOverview({ ctx, input: { asOf: anHourAgo } }),
    await listTrials({ ctx, input: { asOf: anHourAgo } }),
  ]) {
    expect(board.period.movedOn).toBe(true)
    expect(board.query.asOf).toBeGreaterThanOrEqual(present.query.asOf ?? Infinity)
  }
  const kept = await readOverview({ ctx, input: { asOf: String(present.query.asOf) } })
  expect(kept).toMatchObject({ query: { asOf: present.query.asOf }, period: { movedOn: false } })
})

test('the overview compares with the same stretch of time before, which all time has not', async () => {
  await using test = await createTestApp()
  const growth = asStaff(test, 'growth')
  const days = (count: number) => new Date(test.clock.at.getTime() - count * 24 * 60 * 60 * 1000)
  const { revisionId } = await publishDemo(test.app.db, approvalSource)
  const startedDaysAgo = [0, 3, 8, 9, 10, 20]
  for (const ago of startedDaysAgo) {
    await insertTrialRow(test, revisionId, { lastSeq: 0, startedAt: days(ago) })
  }

  const week = await readOverview({ ctx: growth, input: { range: '7d' } })
  const always = await readOverview({ ctx: growth, input: { range: 'all' } })

  expect([week.counts.started, week.before?.trials.before.value]).toEqual([2, 3])
  expect(week.before?.trend?.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(week.before?.trend).toHaveLength(week.trend.length)
  expect(always.before).toBeNull()
})
