import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { approvalSource } from '../demo/fixtures/approval'
import { compiledFrom } from '../demo/fixtures/compiled'
import { walkByChoices } from '../demo/fixtures/walk'
import { canonicalRun, replay } from '~/domain/demo/engine/replay'
import { startRun } from '~/domain/demo/engine/run'
import { proofRun } from '~/domain/demo/proof/proof'
import { prove } from '~/domain/demo/proof/prove'
import { detoursOf } from '~/domain/demo/engine/way/way'
import { Ways } from '~/domain/demo/engine/way/ways'
import { PAUSE_MS, replayMoments } from './replay-moments'

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
