import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { countTrialsOf, insertTrial } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { insertVisitor } from '#db/queries/visitors'
import { startRun } from '~/domain/demo/engine/run'
import type { Run } from '~/domain/demo/engine/run'
import { DomainError } from '~/domain/errors'
import { deviceOf } from '~/domain/trial/device'
import { countingFlags, withSignals } from '~/domain/trial/signals'
import { INITIAL_PACE } from '~/domain/trial/speed'
import { summarize } from '~/domain/trial/summary'
import type { Context } from '~/platform/context/context'
import { recordExposureOf } from '~/platform/content/record-exposure'
import { addressSignals } from '~/platform/addresses/address-signals'
import { verb } from '~/platform/verb/verb'
import { channelTouch } from '../touches/channel/channel'
import { DIRECT } from '~/domain/insight/attribution/models'
import { UNKNOWN_CHANNEL } from '~/domain/trial/channels'
import { recordTouch } from '../touches/record-touch.server'
import { networkNow, signalsAtStart } from './signals-at-start.server'
import { publishedDemo } from './published-demo.server'
import { startTrialSchema } from '../schemas'
import { progressColumns } from './trial-progress'
import { ownTrial } from '../own-trial.server'

const inputSchema = startTrialSchema.extend({
  /** Of the request, not of the client's choosing. */
  userAgent: z.string().optional(),
})
export type StartTrialInput = z.input<typeof inputSchema>
type Wish = z.output<typeof inputSchema>

/**
 * Begins a trial of the published revision of a demo, which stays the trial's own whatever is published later. The
 * visitor is kept from now on, with where they came from only if they agreed.
 *
 * @throws DomainError `not-found` for an unknown demo; `gone` for a retired one, with `instead`: a slug or null;
 *   `invalid-input` for a plan or role that the demo does not have; `forbidden` for a simulated one that a stranger asks for.
 */
export const startTrial = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input: wish }): Promise<TrialRow> => {
    const { visitor } = ctx
    if (wish.simulated) refuseUnlessTrusted(ctx)
    const revision = await publishedDemo(ctx, wish.demo)
    const carried = wish.carries && (await ownTrial(ctx.db, { visitorId: visitor.id, id: wish.carries }))
    const seed = carried ? carried.seed : randomBytes(12).toString('base64url')
    const run = await beginRun(ctx, revision.revisionId, wish, seed)
    const touch = visitor.persistent && wish.touch ? channelTouch(wish.touch, hostOf(ctx)) : null
    const startedAt = new Date(run.startedAt)
    const noticed = await signalsAtStart(ctx, wish)
    const trial = await ctx.db.transaction(async (tx) => {
      if (wish.restartedFrom) await ownTrial(tx, { visitorId: visitor.id, id: wish.restartedFrom })
      await insertVisitor(tx, {
        visitorId: visitor.id,
        firstSeenAt: startedAt,
        consent: visitor.persistent ? 'granted' : 'unset',
        firstTouch: touch,
      })
      if (touch) await recordTouch(tx, { visitorId: visitor.id, touch, at: startedAt })
      await recordExposureOf(tx, ctx, { kind: 'demo', slug: revision.slug, visitorId: visitor.id })
      const names = [...noticed, ...(await addressSignals(tx, visitor.id))]
      const signals = withSignals([], names, startedAt)
      return insertTrial(tx, {
        visitorId: visitor.id,
        id: uuidv7({ msecs: run.startedAt }),
        demoSlug: revision.slug,
        revisionId: revision.revisionId,
        revisionNumber: revision.number,
        plan: run.plan,
        role: run.startRole,
        locale: wish.locale ?? ctx.locale,
        seed: run.seed,
        startedAt,
        touch,
        channel: touch?.channel ?? (visitor.persistent ? DIRECT : UNKNOWN_CHANNEL),
        device: wish.device ?? deviceOf(wish.userAgent ?? ''),
        returning: await countTrialsOf(tx, visitor.id),
        restartedFrom: wish.restartedFrom ?? null,
        entry: wish.entry,
        lastSeq: 0,
        lastEventAt: startedAt,
        ...progressColumns(summarize(run, { activeMs: 0, wallMs: 0 }), startedAt),
        network: wish.simulated ? null : networkNow(ctx),
        signals,
        flags: countingFlags(signals, null),
      })
    })
    ctx.trials.remember(trial.id, { seq: 0, run, pace: INITIAL_PACE })
    ctx.metrics.trialsStarted.inc({ demo: trial.demoSlug, plan: trial.plan })
    return trial
  },
)

/** Simulated trials live in their own time and stand on boards of their own: not everybody may say that one is. */
function refuseUnlessTrusted({ actor, client }: Context): void {
  if (actor.kind === 'key' || actor.kind === 'system' || client === undefined || client.local) return
  const message =
    'Only a program on this machine, or one that sends an API key, may say that a trial is simulated.'
  throw new DomainError('forbidden', message, { issues: [{ at: 'simulated', message }] })
}

async function beginRun(
  { trials, now }: Context,
  revisionId: string,
  wish: Wish,
  seed: string,
): Promise<Run> {
  const compiled = await trials.compiled(revisionId)
  const { plan, role = compiled.startRoles[0] ?? '' } = wish
  if (!compiled.plans.includes(plan)) throw unknownChoice('plan', plan, compiled.plans)
  if (!compiled.startRoles.includes(role)) {
    throw unknownChoice('role', role, compiled.startRoles)
  }
  const ways = await trials.ways(revisionId, plan, role)
  return startRun(compiled, { plan, role, seed, startedAt: now().getTime(), ways })
}

function unknownChoice(at: 'plan' | 'role', given: string, known: readonly string[]): DomainError {
  const message = `This demo has no ${at} “${given}”; it has ${known.join(', ')}.`
  return new DomainError('invalid-input', message, { issues: [{ at, message }] })
}

const hostOf = (ctx: Context): string | null => (ctx.env.origin ? new URL(ctx.env.origin).hostname : null)
