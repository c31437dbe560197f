import type { z } from 'zod'
import { listRecentTrials } from '#db/queries/recent-trials'
import type { RecentTrial } from '#db/queries/recent-trials'
import { findRevisionById } from '#db/queries/revisions'
import { listEvents } from '#db/queries/trial-events'
import type { BodyOf } from '~/domain/content/bodies'
import { compileDemo } from '~/domain/demo/compile'
import type { CompiledDemo } from '~/domain/demo/compile'
import { replay } from '~/domain/demo/replay'
import { isDomainError } from '~/domain/errors'
import { permit } from '~/server/context'
import type { Context, VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { readOrRefuse } from './find-or-refuse.server'
import type { Rehearsal } from './rehearsal'
import { documentSchema } from './schemas'
import { surroundings } from './surroundings.server'

const TRIALS = 50

/**
 * Runs the last trials of the live revision on the saved draft of a demo, to say who would no longer get through, and
 * where. Null when nothing is live, nobody tried it, or the draft has errors.
 */
export async function rehearseDraft({
  ctx,
  input,
}: VerbArgs<z.input<typeof documentSchema>>): Promise<Rehearsal | null> {
  permit(ctx, 'documents.read')
  const { kind, slug } = parseInput(documentSchema, input)
  const document = await readOrRefuse(ctx.db, { kind, slug })
  const live = document.liveRevisionId ? await findRevisionById(ctx.db, document.liveRevisionId) : null
  const { body } = ctx.inspector.check(kind, slug, document.draftFiles, await surroundings(ctx))
  if (kind !== 'demo' || !live || !body) return null
  const trials = await listRecentTrials(ctx.db, { demoSlug: slug, revisionId: live.id, limit: TRIALS })
  if (trials.length === 0) return null
  const compiled = compileDemo((body as BodyOf<'demo'>).demo)
  const stops = new Map<string | null, number>()
  for (const trial of trials) {
    const stop = await stopOf(ctx, compiled, trial)
    if (stop) stops.set(stop.state, (stops.get(stop.state) ?? 0) + 1)
  }
  const stopped = [...stops.values()].reduce((sum, count) => sum + count, 0)
  return {
    revision: live.number,
    trials: trials.length,
    through: trials.length - stopped,
    stops: [...stops].map(([state, count]) => ({ state, trials: count })).sort((a, b) => b.trials - a.trials),
  }
}

/** Where a trial's trace is refused; null when it gets through. Each read of a trace lets other requests go between. */
async function stopOf(
  ctx: Context,
  compiled: CompiledDemo,
  trial: RecentTrial,
): Promise<{ state: string | null } | null> {
  const events = await listEvents(ctx.db, trial)
  const { plan, role, seed, startedAt } = trial
  try {
    const { run, refused } = replay(compiled, { plan, role, seed, startedAt: startedAt.getTime() }, events)
    return refused ? { state: run.states[0] ?? null } : null
  } catch (error) {
    if (isDomainError(error)) return { state: null }
    throw error
  }
}
