import { listOutdatedTrials, writeCount } from '#db/queries/trial-counting'
import type { TrialCount, OutdatedTrial } from '#db/queries/trial-counting'
import { listEvents } from '#db/queries/trial-events'
import type { Proof } from '~/domain/demo/proof/proof'
import { replay } from '~/domain/demo/engine/replay'
import { isDomainError } from '~/domain/errors'
import { COUNTING_VERSION, SCORED_SINCE, summarize } from '~/domain/trial/summary'
import type { App } from '~/platform/context/context'

/** Sorts before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'
const BATCH = 100
/** Trials recomputed in one round. */
const MOST = 100_000

type Counting = Pick<App, 'db' | 'trials' | 'content'>

/**
 * Recomputes path, steps, hints, detours and score of past trials from their traces, by the current rules; what a trace no
 * longer says is unknown. Each trial is written by itself, and only if no event arrived meanwhile, so a round may stop anywhere and
 * the next one goes on. Trials wait while their revision has still to be proven again. Gives how many were written.
 */
export async function recountTrials(app: Counting, { batch = BATCH, most = MOST } = {}): Promise<number> {
  let written = 0
  let after = FIRST
  for (let seen = 0; seen < most;) {
    const trials = await listOutdatedTrials(app.db, { counting: COUNTING_VERSION, after, limit: batch })
    for (const trial of trials) {
      after = trial.id
      if (await isUncharted(app, trial)) continue
      if (await writeCount(app.db, trial, await countOf(app, trial))) written += 1
    }
    seen += trials.length
    if (trials.length < batch) break
  }
  return written
}

async function isUncharted({ trials, content }: Counting, trial: OutdatedTrial): Promise<boolean> {
  const { revisionId, plan, role } = trial
  const ways = await trials.ways(revisionId, plan, role).catch(() => null)
  const proof = ways ? null : ((await content.newestProof(revisionId)) as Proof | null)
  return proof?.runs.some((run) => !('ways' in run)) ?? false
}

async function countOf(app: Counting, trial: OutdatedTrial): Promise<TrialCount> {
  return (await countedFromTrace(app, trial)) ?? countedWithoutTrace(trial)
}

/** Detours and score stay known where the same rules gave them. */
function countedWithoutTrace({ counting }: OutdatedTrial): TrialCount {
  if (counting >= SCORED_SINCE) return { counting: COUNTING_VERSION }
  return { detours: null, score: null, counting: COUNTING_VERSION }
}

/** Null when the trace is no longer kept, or the demo or the engine no longer follows it. */
async function countedFromTrace({ db, trials }: Counting, trial: OutdatedTrial): Promise<TrialCount | null> {
  const { revisionId, plan, role, seed, startedAt } = trial
  const trace = await listEvents(db, trial)
  if (trace.length < trial.lastSeq) return null
  try {
    const ways = await trials.ways(revisionId, plan, role)
    const start = { plan, role, seed, startedAt: startedAt.getTime(), ways }
    const { run, refused } = replay(await trials.compiled(revisionId), start, trace)
    if (refused) return null
    const summary = summarize(run, { activeMs: 0, wallMs: 0 })
    const { path, pathAt, lastState, steps, shown, undone, hints, detours, score } = summary
    return {
      ...{ path, pathAt, lastState, steps, shown, undone, hints, detours, score },
      counting: COUNTING_VERSION,
    }
  } catch (error) {
    if (isDomainError(error)) return null
    throw error
  }
}
