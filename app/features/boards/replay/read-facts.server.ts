import { findFeedback } from '#db/queries/feedback'
import type { TrialRow } from '#db/queries/trials'
import { IDLE_MS } from '~/domain/insight/measured-trial'
import type { Context } from '~/platform/context/context'
import { readNames } from '../filter/demo-names.server'
import type { DemoRevision } from '../filter/demo-of.server'
import type { ReplayFacts } from './replay-views'

/** The facts about a trial as a whole. */
export async function readFacts(ctx: Context, trial: TrialRow, revision: DemoRevision): Promise<ReplayFacts> {
  const names = await readNames(ctx, revision.demo)
  const idle = ctx.now().getTime() - trial.lastEventAt.getTime() > IDLE_MS
  const { id, locale, channel, device, returning, entry, flags, signals, ruling, startedAt } = trial
  const { activeMs, wallMs, score, steps, shown, undone, hints, detours, outcome } = trial
  return {
    id,
    demo: trial.demoSlug,
    title: names.title,
    revision: trial.revisionNumber,
    plan: names.plans[trial.plan] ?? trial.plan,
    role: names.roles[trial.role] ?? trial.role,
    locale,
    channel,
    device,
    returning,
    entry,
    flags,
    signals,
    ruling,
    startedAt,
    activeMs,
    wallMs,
    score,
    ...{ steps, shown, undone },
    hints,
    detours,
    outcome,
    lastState: names.states[trial.lastState] ?? trial.lastState,
    running: outcome === null && !idle,
    ...(await findFeedback(ctx.db, trial)),
  }
}
