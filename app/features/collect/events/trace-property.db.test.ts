import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { listEvents } from '#db/queries/trial-events'
import { findTrial } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { offeredEvents } from '~/domain/demo/engine/offered-events'
import { replay } from '~/domain/demo/engine/replay'
import { step } from '~/domain/demo/engine/run'
import type { Run } from '~/domain/demo/engine/run'
import { isDomainError } from '~/domain/errors'
import { summarize } from '~/domain/trial/summary'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { Context } from '~/platform/context/context'
import { acceptEvents } from './accept-events.server'
import { paceOf, runStartOf } from './live-run.server'
import { startTrial } from '../trials/start-trial.server'
import { progressColumns } from '../trials/trial-progress'

/** One thing that a client may do. Numbers choose among what is there at the time. */
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('step' as const), pick: fc.nat(), ms: fc.nat(9_000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hint' as const), pick: fc.nat(), ms: fc.nat(100) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('send' as const), pick: fc.nat(), ms: fc.nat(5_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('repeat' as const), pick: fc.nat(), ms: fc.nat(100) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), pick: fc.nat(), ms: fc.nat(900) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('skip' as const), pick: fc.nat(), ms: fc.nat(100) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('garbage' as const), pick: fc.nat(), ms: fc.nat(100) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), pick: fc.nat(), ms: fc.nat(100) }) },
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

const GARBAGE: Pick<TraceEvent, 'type' | 'data'>[] = [
  { type: 'WIN' },
  { type: 'APPROVE', data: { fast: true } },
  { type: 'SAVE_REQUEST', data: { who: 'nobody', what: '', amount: -1 } },
  { type: '@hint', data: { free: true } },
  { type: '@undo', data: { to: 1 } },
  { type: 'OPEN_REQUEST', data: { id: 'none' } },
]

/** A client that keeps its own run, and loses it to the server's when the server disagrees. */
class Client {
  private waiting: TraceEvent[] = []
  private sent: TraceEvent[] = []
  private atMs = 0

  constructor(
    private readonly trial: TrialRow,
    private readonly contexts: Context[],
    private readonly test: TestApp,
    private run: Run,
  ) {}

  async act({ do: what, pick, ms }: Act): Promise<void> {
    this.atMs += ms
    this.test.clock.at = new Date(this.test.clock.at.getTime() + Math.floor(ms / 2))
    if (what === 'step') this.take(offeredEvents(this.run), pick)
    if (what === 'undo') this.take([{ type: '@undo' }], 0)
    if (what === 'hint') this.take([{ type: '@hint' }], 0)
    if (what === 'garbage') this.add(GARBAGE[pick % GARBAGE.length] ?? { type: 'X' })
    if (what === 'send') await this.send(this.waiting, pick)
    if (what === 'repeat') await this.send([...this.sent.slice(-1 - (pick % 5)), ...this.waiting], pick)
    if (what === 'skip') await this.send(this.waiting.slice(1), pick)
    if (what === 'move') this.contexts.reverse()
  }

  async send(events: TraceEvent[], size: number): Promise<void> {
    const batch = events.slice(0, 1 + (size % 7))
    if (batch.length === 0) return
    const [ctx] = this.contexts
    if (!ctx) return
    try {
      const { lastSeq } = await acceptEvents({ ctx, input: { trial: this.trial.id, events: batch } })
      this.confirm(lastSeq)
    } catch (error) {
      if (!isDomainError(error)) throw error
      expect(['sequence-gap', 'event-refused']).toContain(error.code)
      this.confirm('lastSeq' in error.details ? error.details.lastSeq : Number.NaN)
      if (error.code === 'event-refused') this.startOver()
    }
  }

  private take(events: readonly Pick<TraceEvent, 'type' | 'data'>[], pick: number): void {
    const event = events[pick % Math.max(1, events.length)]
    if (!event) return
    const by = !event.type.startsWith('@') && pick % 3 === 0 ? { by: 'shown' as const } : {}
    const result = step(this.run, { ...event, at: this.atMs, ...by })
    if (!result.ok) return
    this.run = result.run
    this.add({ type: event.type, ...(event.data && { data: event.data }), ...by })
  }

  private add(event: Pick<TraceEvent, 'type' | 'data' | 'by'>): void {
    const seq = this.sent.length + this.waiting.length + 1
    this.waiting.push({ ...event, seq, at: this.atMs, activeMs: this.atMs % 3_000 })
  }

  private confirm(lastSeq: number): void {
    this.sent.push(...this.waiting.filter(({ seq }) => seq <= lastSeq))
    this.waiting = this.waiting.filter(({ seq }) => seq > lastSeq)
  }

  private startOver(): void {
    this.waiting = []
    this.run = replay(this.run.compiled, runStartOf(this.trial), this.sent).run
  }
}

test('whatever a client does, the stored summary is what a replay of the stored trace gives', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const other = await test.another()
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 5, maxLength: 60, size: '+1' }),
      fc.boolean(),
      async (acts, premium) => {
        const ctx = test.as()
        const plan = premium ? 'premium' : 'free'
        const begun = await startTrial({ ctx, input: { demo: 'request-approval', plan } })
        const compiled = await ctx.trials.compiled(begun.revisionId)
        const run = replay(compiled, runStartOf(begun), []).run
        const client = new Client(begun, [ctx, { ...ctx, ...other }], test, run)
        for (const one of acts) await client.act(one)
        for (let rest = 0; rest < 9; rest += 1) await client.act({ do: 'send', pick: 6, ms: 2_000 })

        const trial = await findTrial(test.app.db, begun)
        if (!trial) throw new Error('the trial is gone')
        const trace = await listEvents(test.app.db, trial)
        expect(trace.map(({ seq }) => seq)).toEqual(trace.map((_, index) => index + 1))
        const ways = await ctx.trials.ways(trial.revisionId, trial.plan, trial.role)
        const replayed = replay(compiled, { ...runStartOf(trial), ways }, trace)
        expect(replayed.refused).toBeUndefined()
        const last = trace.at(-1)
        const passed = (last?.receivedAt.getTime() ?? 0) - trial.startedAt.getTime()
        const summary = summarize(replayed.run, {
          activeMs: trace.reduce((sum, event) => sum + event.activeMs, 0),
          wallMs: Math.max(0, Math.min(replayed.run.lastAt, passed)),
        })
        const expected = {
          ...progressColumns(summary, trial.startedAt),
          lastSeq: trace.length,
          lastEventAt: last?.receivedAt ?? trial.startedAt,
          flags: paceOf(trial, trace).impossible ? ['impossible-speed'] : [],
        }
        expect(trial).toMatchObject(expected)
        expect(trial.pathAt).toHaveLength(trial.path.length)
        expect(trial.pathAt).toEqual([...trial.pathAt].sort((a, b) => a - b))
        expect(trial.activeMs).toBeLessThanOrEqual(trial.wallMs)
      },
    ),
    { numRuns: tries(60) },
  )
}, 120_000)
