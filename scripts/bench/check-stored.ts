import { listEvents } from '#db/queries/trial-events'
import { findTrial } from '#db/queries/trials'
import type { TrialKey } from '#db/queries/trials'
import { canonicalJson } from '~/domain/json'
import { replay } from '~/domain/demo/engine/replay'
import { summarize } from '~/domain/trial/summary'
import { runStartOf } from '~/features/collect/events/live-run.server'
import { progressColumns } from '~/features/collect/trials/trial-progress'
import type { App } from '~/platform/context/context'

/** The stored rows of a benchmark's trials. */
export interface StoredCounts {
  /** Rows of the trace. */
  rows: number
  /** The number of events according to the summaries of the trials. */
  lastSeqs: number
}

/** @param since trials with a smaller id are older than the benchmark */
export async function countStored({ sql }: Pick<App, 'sql'>, since: string): Promise<StoredCounts> {
  const [events] = await sql<{ n: number }[]>`
    select count(*)::int as n from (select distinct visitor_id, trial_id, seq from trial_event where trial_id >= ${since})`
  const [trials] = await sql<{ n: number }[]>`
    select coalesce(sum(last_seq), 0)::int as n from trial where id >= ${since}`
  return { rows: events?.n ?? 0, lastSeqs: trials?.n ?? 0 }
}

/** Whether the stored summary of a trial equals the one computed from its stored trace. */
export async function replaysTrue(app: Pick<App, 'db' | 'trials'>, key: TrialKey): Promise<boolean> {
  const trial = await findTrial(app.db, key)
  if (!trial) return false
  const trace = await listEvents(app.db, key)
  const compiled = await app.trials.compiled(trial.revisionId)
  const ways = await app.trials.ways(trial.revisionId, trial.plan, trial.role)
  const { run, refused } = replay(compiled, { ...runStartOf(trial), ways }, trace)
  const activeMs = trace.reduce((sum, event) => sum + event.activeMs, 0)
  const summary = summarize(run, { activeMs, wallMs: trial.wallMs })
  const given = { ...progressColumns(summary, trial.startedAt), lastSeq: trace.length }
  const stored = Object.fromEntries(
    Object.keys(given).map((name) => [name, trial[name as keyof typeof given]]),
  )
  return !refused && canonicalJson(plain(given)) === canonicalJson(plain(stored))
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as never
