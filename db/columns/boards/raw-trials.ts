import { sql } from 'drizzle-orm'
import type { ChosenSegment } from '~/domain/insight/segment/segment-rule'
import type { RawTrial } from '~/domain/insight/raw-trial'
import type { ColumnsReader } from '../columns-reader'
import { trialsAt } from '../views'
import { foundTrials, type ListedSet } from './found-trials'
import { withGoals } from './measured-trials'
import { segmentVisitors } from './segment-visitors'
import { PLAIN_SET_CONDITIONS } from './trial-set'

export interface RawTrialPage extends ListedSet {
  /** Id of the trial that the page follows. */
  after?: string | undefined
  /** A segment of which is told who is in it. */
  belongs?: ChosenSegment | undefined
  limit: number
}

/** With the visitor, by whom its trace is found. */
export type FoundTrial = RawTrial & { visitorId: string }

type FoundRow = Omit<FoundTrial, 'startedAt' | 'lastEventAt' | 'finishedAt'> & {
  startedMs: number
  lastEventMs: number
  finishedMs: number | null
}

/**
 * The next trials of a set, the oldest first, at most `limit`. All pages of one watermark together are the set, each trial
 * once.
 */
export async function readRawTrials(reader: ColumnsReader, page: RawTrialPage): Promise<FoundTrial[]> {
  const { scope, belongs, after, limit } = page
  const { running, converted, early } = PLAIN_SET_CONDITIONS
  const mark = sql`(select (other.started_ms, other.id) from ${trialsAt(reader)} as other where other.id = ${after ?? null}::uuid)`
  const beyond = after === undefined ? sql`true` : sql`(trial.started_ms, trial.id) > ${mark}`
  const isIn = belongs ? sql`trial.visitor in ${segmentVisitors(reader, belongs)}` : sql`null::boolean`
  const rows = await reader.rows<FoundRow>(sql`
    with page as materialized (
      select trial.* from ${foundTrials(reader, page)} as trial
      where ${beyond} order by trial.started_ms, trial.id limit ${limit})
    select known.id as "visitorId", trial.id, trial.demo, trial.revision, trial.plan, trial.role, trial.locale,
      trial.channel, trial.source, trial.campaign, trial.term as keyword, trial.device, trial.entry,
      trial.earlier_trials as "earlierTrials", trial.started_ms::double as "startedMs",
      trial.last_event_ms::double as "lastEventMs", trial.finished_ms::double as "finishedMs",
      trial.active_ms::double as "activeMs", trial.wall_ms::double as "wallMs", trial.steps, trial.shown, trial.undone, trial.hints, trial.detours,
      trial.score, trial.outcome, trial.last_state as "lastState", trial.path, trial.flags, ${running(scope)} as running,
      (${converted(scope)} or ${early(scope)}) as converted, trial.stars, coalesce(trial.comment, '') as comment,
      ${isIn} as belongs
    from ${withGoals(reader, scope, { trials: sql`page`, unit: 'trial' })} as trial
      join visitor as known on known.number = trial.visitor
    order by trial.started_ms, trial.id`)
  return rows.map(({ startedMs, lastEventMs, finishedMs, ...row }) => ({
    ...row,
    startedAt: new Date(startedMs),
    lastEventAt: new Date(lastEventMs),
    finishedAt: finishedMs === null ? null : new Date(finishedMs),
  }))
}
