import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { approvalSource } from '../demo/fixtures/approval'
import { compiledFrom } from '../demo/fixtures/compiled'
import { walkByChoices } from '../demo/fixtures/walk'
import { canonicalRun, replay } from '~/domain/demo/engine/replay'
import { startRun } from '~/domain/demo/engine/run'
import { proofRun } from '~/domain/demo/proof/proof'
import { prove } from '~/domain/demo/proof/prove'
import { detoursOf } from '~/domain/demo/engine/way/way'
import { Ways } from '~/domain/demo/engine/way/ways'
import { PAUSE_MS, detoursOnPath, replayMoments, type ReplayMoment } from './replay-moments'

const compiled = compiledFrom(approvalSource)
const graph = proofRun(prove(compiled), 'premium', 'employee')?.ways
if (!graph) throw new Error('The approval demo is proven.')
const ways = new Ways(compiled, graph)
const start = { plan: 'premium', seed: 's', startedAt: Date.parse('2026-05-01T09:00:00Z'), ways }
const choices = fc.array(fc.nat(5000), { maxLength: 25 })

test('ends as the replay of the same trace ends, with one moment for each event and one for the start', () => {
  fc.assert(
    fc.property(choices, (picked) => {
      const { trace } = walkByChoices(startRun(compiled, start), picked)
      const { moments, refused } = replayMoments(compiled, start, trace)
      const last = moments.at(-1)
      expect(refused).toBeNull()
      expect(moments).toHaveLength(trace.length + 1)
      expect(last && canonicalRun(last.run)).toBe(canonicalRun(replay(compiled, start, trace).run))
    }),
    { numRuns: tries(40) },
  )
})

test('what the moments tell adds up to what the trial was', () => {
  fc.assert(
    fc.property(choices, (picked) => {
      const { run, trace } = walkByChoices(startRun(compiled, start), picked)
      const { moments } = replayMoments(compiled, start, trace)
      expect(moments.flatMap((moment) => moment.entered)).toEqual(run.path)
      const marks = moments.flatMap(({ mark }) => mark ?? [])
      expect(marks).toHaveLength(run.steps)
      if (!marks.includes('unknown'))
        expect(marks.filter((mark) => mark === 'detour')).toHaveLength(detoursOf(run) ?? -1)
      const isHint = (index: number) => moments[index]?.kind === 'hint'
      expect(moments.filter((_, index) => isHint(index) && !isHint(index - 1))).toHaveLength(run.hints)
      const done = moments.flatMap((moment) => moment.tasksDone)
      expect(done.sort()).toEqual(
        Object.keys(run.tasks)
          .filter((id) => run.tasks[id]?.doneAt !== null)
          .sort(),
      )
    }),
    { numRuns: tries(40) },
  )
})

test('every step of a walk names what was pressed', () => {
  const { trace } = walkByChoices(startRun(compiled, start), [2, 3, 4, 5])
  const { moments } = replayMoments(compiled, start, trace)
  for (const moment of moments.slice(1)) expect(moment.control?.send).toBe(moment.event?.type)
})

test('a pause is the time away, from thirty seconds on', () => {
  const [first] = walkByChoices(startRun(compiled, start), [2]).trace
  if (!first) throw new Error('The walk took no step.')
  const pauseOf = (at: number, activeMs: number) =>
    replayMoments(compiled, start, [{ ...first, at, activeMs }]).moments[1]?.pauseMs
  expect(pauseOf(100_000, 10_000)).toBe(90_000)
  expect(pauseOf(PAUSE_MS + 5_000, 5_000)).toBe(PAUSE_MS)
  expect(pauseOf(PAUSE_MS + 5_000, 5_001)).toBe(0)
})

test('stops, and says where, when the trace does not fit', () => {
  const { moments, refused } = replayMoments(compiled, start, [
    { seq: 1, at: 5, type: 'NO_SUCH_EVENT', activeMs: 5 },
  ])
  expect(moments).toHaveLength(1)
  expect(refused).toMatchObject({ seq: 1, code: 'unknown-event' })
})

/** A desk whose screen shows the blocks given; GO leaves it, WAIT stays. */
function desk(...blocks: Record<string, unknown>[]) {
  return compiledDemo({
    world: { orders: [{ id: 'o1' }, { id: 'o2' }], waited: 0 },
    screens: { desk: screen('Desk', ...blocks) },
    states: {
      desk: {
        screen: 'desk',
        on: { GO: 'end', WAIT: { do: [{ set: 'world.waited', to: 'world.waited + 1' }] } },
      },
      end: { screen: 'desk', final: 'success' },
    },
    tasks: {
      come: { title: { en: 'Come' }, done: 'true', weight: 1 },
      wait: { title: { en: 'Wait' }, done: 'world.waited > 0', weight: 1 },
      twice: { title: { en: 'Wait twice' }, done: 'world.waited > 1', weight: 1 },
    },
  })
}

type Sent = { type: string; by?: 'shown'; at?: number; activeMs?: number; data?: Record<string, string> }

const replayOn = (demo: ReturnType<typeof desk>, ...sent: Sent[]): ReplayMoment[] => {
  const events = sent.map((event, index) => ({ seq: index + 1, at: 0, activeMs: 0, ...event }))
  const { moments, refused } = replayMoments(demo, { plan: 'free', seed: 's', startedAt: 0 }, events)
  expect(refused).toBeNull()
  return moments
}

const field = { name: 'note', kind: 'text', label: { en: 'Note' } }
const form = (more: object) => ({
  form: { send: 'GO', fields: [{ ...field, ...more }], samples: [{ note: 'x' }] },
})
const orders = {
  table: { rows: 'world.orders', columns: [{ label: { en: 'No.' }, value: 'row.id' }], pick: 'GO' },
}

test('a trial opens where it begins, with what is done already, before anybody did anything', () => {
  expect(replayOn(desk(button('GO')))).toEqual([
    {
      kind: 'start',
      shown: false,
      undone: false,
      event: null,
      control: null,
      at: 0,
      pauseMs: 0,
      entered: ['desk'],
      mark: null,
      tasksDone: ['come'],
      run: expect.objectContaining({ path: ['desk'] }),
    },
  ])
})

test('each moment tells what it alone entered and got done', () => {
  const moments = replayOn(
    desk(button('GO'), button('WAIT')),
    ...['WAIT', 'WAIT', 'GO'].map((type) => ({ type })),
  )
  expect(moments.map(({ entered, tasksDone }) => [entered, tasksDone])).toEqual([
    [['desk'], ['come']],
    [[], ['wait']],
    [[], ['twice']],
    [['end'], []],
  ])
})

test('shown and undone steps are told apart, and only what stands is on the path', () => {
  const demo = desk(button('GO'), button('WAIT'))
  const moments = replayOn(
    demo,
    { type: 'WAIT', by: 'shown' },
    { type: 'WAIT' },
    { type: 'WAIT', by: 'shown' },
    { type: '@undo' },
    { type: 'GO' },
  )
  expect(moments.map(({ kind, shown, undone }) => [kind, shown, undone])).toEqual([
    ['start', false, false],
    ['event', true, false],
    ['event', false, true],
    ['event', true, true],
    ['undo', false, false],
    ['event', false, false],
  ])
  expect(detoursOnPath(moments)).toHaveLength(moments.at(-1)?.run.path.length ?? 0)
})

test('asking for help is told apart from doing something, and uses no control', () => {
  const demo = desk(form({}), button('WAIT'))
  const [, hint, example, step] = replayOn(
    demo,
    { type: '@hint' },
    { type: '@example', data: { form: 'screens.desk.blocks.0.form' } },
    { type: 'WAIT' },
  )
  expect([hint?.kind, hint?.control, hint?.mark]).toEqual(['hint', null, null])
  expect([example?.kind, example?.control, example?.mark]).toEqual(['example', null, null])
  expect([step?.kind, step?.control?.kind]).toEqual(['event', 'button'])
})

test('help between two steps has no mark of its own, though the way is known', () => {
  const { trace } = walkByChoices(startRun(compiled, start), [2])
  const [first] = trace
  if (!first) throw new Error('The walk took no step.')
  const { moments } = replayMoments(compiled, start, [
    first,
    { seq: 2, at: first.at, type: '@hint', activeMs: 0 },
  ])
  expect(moments[1]?.mark).not.toBeNull()
  expect(moments[2]?.mark).toBeNull()
})

test('a step has no mark when the remaining way is not known', () => {
  expect(replayOn(desk(button('WAIT')), { type: 'WAIT' })[1]?.mark).toBeNull()
})

test.each([
  [
    'a button by what it sends',
    button('GO', { with: { to: 'far' } }),
    { to: 'far' },
    'screens.desk.blocks.0',
  ],
  [
    'a button whose data the page left out',
    button('GO', { with: { to: 'far' } }),
    {},
    'screens.desk.blocks.0',
  ],
  ['a row by its id', orders, { id: 'o2' }, 'screens.desk.blocks.0.table'],
  ['no row where none is named', orders, {}, 'screens.desk.blocks.1'],
  ['a form by its fields', form({ required: true }), { note: 'a' }, 'screens.desk.blocks.0'],
  ['no form that is not filled in', form({ required: true }), {}, 'screens.desk.blocks.1'],
])('of two controls that send the event the one used is known: %s', (_what, block, data, id) => {
  const [, moment] = replayOn(desk(block, button('GO')), { type: 'GO', data })
  expect(moment?.control?.id.startsWith(id)).toBe(true)
})

test('a form is not named for data that only another form has', () => {
  const other = { form: { send: 'GO', fields: [{ ...field, name: 'reason' }], samples: [{ reason: 'x' }] } }
  const [, moment] = replayOn(desk(form({}), other), { type: 'GO', data: { reason: 'b' } })
  expect(moment?.control?.id).toContain('blocks.1')
})

test('a control that shows only from some moment on is found at the moment of its use', () => {
  const late = button('GO', { if: 'now() >= "1970-01-01T00:01:00"' })
  const [, moment] = replayOn(desk(late), { type: 'GO', at: 60_000 })
  expect(moment?.control?.send).toBe('GO')
})

test('an event that claims to be older than the one before happened with it', () => {
  const late = button('GO', { if: 'now() >= "1970-01-01T00:01:00"' })
  const demo = desk(late, button('WAIT'))
  const [, , go] = replayOn(demo, { type: 'WAIT', at: 60_000 }, { type: 'GO', at: 10, activeMs: 10 })
  expect([go?.at, go?.pauseMs, go?.control?.send]).toEqual([60_000, 0, 'GO'])
})

test('a pause is counted from the moment before', () => {
  const [, first, second] = replayOn(
    desk(button('WAIT')),
    { type: 'WAIT', at: 40_000, activeMs: 40_000 },
    { type: 'WAIT', at: 100_000, activeMs: 20_000 },
  )
  expect([first?.pauseMs, second?.pauseMs]).toEqual([0, 40_000])
})

test('what came before the event that does not fit is kept', () => {
  const { moments, refused } = replayMoments(
    desk(button('WAIT')),
    { plan: 'free', seed: 's', startedAt: 0 },
    [
      { seq: 1, at: 0, type: 'WAIT', activeMs: 0 },
      { seq: 2, at: 0, type: 'GO', activeMs: 0 },
      { seq: 3, at: 0, type: 'WAIT', activeMs: 0 },
    ],
  )
  expect(moments).toHaveLength(2)
  expect(refused).toEqual({ seq: 2, code: 'not-offered', message: 'Nothing on screen sends this event.' })
})
