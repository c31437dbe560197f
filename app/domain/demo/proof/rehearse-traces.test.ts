import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { compiledFrom } from '../fixtures/compiled'
import { approvalSource } from '../fixtures/approval'
import { walkByChoices } from '../fixtures/walk'
import { startRun } from '../engine/run'
import { rehearseTraces, type PastTrace } from './rehearse-traces'

const live = compiledFrom(approvalSource)
const draftWith = (written: string, instead: string) => {
  expect(approvalSource).toContain(written)
  return compiledFrom(approvalSource.replace(written, instead))
}

function traceOf(id: string, plan: string, choices: readonly number[]): PastTrace {
  const start = { plan, role: 'employee', seed: id, startedAt: 0 }
  return { id, start, events: walkByChoices(startRun(live, start), choices).trace }
}

const at = (type: string, seq: number, data?: PastTrace['events'][number]['data']) => ({
  ...{ type, seq, at: seq, activeMs: 0 },
  ...(data && { data }),
})
const asked = (id: string, amount: number): PastTrace => ({
  id,
  start: { plan: 'free', role: 'employee', seed: id, startedAt: 0 },
  events: [at('NEW_REQUEST', 1), at('SAVE_REQUEST', 2, { who: 'p1', what: 'Desk', amount }), at('CHECK', 3)],
})

test('on an unchanged demo every trace gets through', async () => {
  const traces = fc.array(
    fc.tuple(fc.uuid(), fc.constantFrom('free', 'premium'), fc.array(fc.nat(500), { maxLength: 12 })),
    { maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(traces, async (made) => {
      const report = await rehearseTraces(
        live,
        made.map((one) => traceOf(...one)),
      )
      expect(report).toEqual({ traces: made.length, through: made.length, stops: [] })
    }),
    { numRuns: tries(20) },
  )
})

test('traces that stop alike are counted together, with the first as an example', async () => {
  const draft = draftWith('kind: money, min: 1,', 'kind: money, min: 1, max: 5000,')
  const report = await rehearseTraces(draft, [
    asked('a', 100),
    asked('b', 6000),
    asked('c', 7000),
    asked('d', 20),
  ])
  expect(report).toMatchObject({
    traces: 4,
    through: 2,
    stops: [
      {
        state: 'new-request',
        event: 'SAVE_REQUEST',
        code: 'bad-payload',
        traces: 2,
        example: { id: 'b', seq: 2 },
      },
    ],
  })
})

test('a plan that is gone and a control that is gone are told apart, the most frequent first', async () => {
  const draft = draftWith('plans: [free, premium]\nentitlements', 'plans: [premium]\nentitlements')
  const premium = { ...asked('p', 10), start: { ...asked('p', 10).start, plan: 'premium' } }
  const report = await rehearseTraces(draft, [premium, asked('a', 1), asked('b', 2)])
  expect(report.stops).toMatchObject([{ state: null, event: null, code: 'cannot-begin', traces: 2 }])
  expect(report.through).toBe(1)
})

test('traces are taken one at a time, from an asynchronous source too', async () => {
  let open = 0
  let most = 0
  async function* source(): AsyncGenerator<PastTrace> {
    for (let index = 0; index < 20; index++) {
      most = Math.max(most, ++open)
      yield await Promise.resolve(asked(String(index), 5))
      open--
    }
  }
  expect(await rehearseTraces(live, source())).toMatchObject({ traces: 20, through: 20 })
  expect(most).toBe(1)
})
