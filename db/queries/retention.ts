import { and, asc, eq, gte, inArray, lt, not, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Executor } from '#db/client'
import { ask } from '#db/schema/ask'
import { pastTrials } from '../schema/maintenance'
import { visitorContact } from '#db/schema/contact'
import { conversion, unmatchedConversion } from '#db/schema/conversion'
import { feedbackWork } from '#db/schema/feedback-work'
import { helpSearch, searchCount, searchWork } from '#db/schema/help-search'
import { messageEvent } from '#db/schema/message-event'
import { pageView } from '#db/schema/page-view'
import { splitExposure } from '#db/schema/split'
import { touch } from '#db/schema/touch'
import { trial, visitor } from '#db/schema/trial'
import { lockRows } from './lock-rows'
import type { TrialKey } from './trials'

/**
 * Locks the oldest trials begun before an instant, skipping those that another transaction holds. Served by
 * trial_started_idx.
 */
export async function lockTrialsBefore(db: Executor, before: Date, limit: number): Promise<TrialKey[]> {
  const oldest = await db
    .select({ visitorId: trial.visitorId, id: trial.id })
    .from(trial)
    .where(lt(trial.startedAt, before))
    .orderBy(asc(trial.startedAt))
    .limit(limit)
  return lockRows(oldest, ({ visitorId, id }) =>
    db
      .select({ visitorId: trial.visitorId, id: trial.id })
      .from(trial)
      .where(and(eq(trial.visitorId, visitorId), eq(trial.id, id)))
      .for('update', { skipLocked: true }),
  )
}

/** How many trials began from one instant to another, exclusive. Served by trial_started_idx. */
export async function countTrialsBetween(db: Executor, from: Date, to: Date): Promise<number> {
  return db.$count(trial, and(gte(trial.startedAt, from), lt(trial.startedAt, to)))
}

/**
 * Adds trials that are about to be purged to the counts of their months, except simulated ones. Served by the primary
 * keys and conversion_trial_idx.
 */
export async function countIntoPast(db: Executor, keys: readonly TrialKey[]): Promise<void> {
  await db.execute(sql`
    insert into ${pastTrials} (month, demo_slug, plan, flagged, trials, finished, converted)
    select
      to_char(started_at at time zone 'UTC', 'YYYY-MM'), demo_slug, plan, flags <> '{}', count(*),
      count(*) filter (where outcome = 'success'), count(goal.trial_id)
    from ${trial} left join (
      select distinct visitor_id, trial_id from ${conversion}
      where ${inArray(conversion.visitorId, visitorsOf(keys))} and withdrawn_at is null
    ) as goal on goal.visitor_id = ${trial.visitorId} and goal.trial_id = ${trial.id}
    where ${isOneOf(keys)} and not 'simulated' = any(flags)
    group by 1, 2, 3, 4
    on conflict (month, demo_slug, plan, flagged) do update set
      trials = past_trials.trials + excluded.trials, finished = past_trials.finished + excluded.finished,
      converted = past_trials.converted + excluded.converted`)
}

/**
 * Deletes trials with their ratings and the rest of their traces. Conversions credited to them and reported before the
 * instant are deleted too; younger ones stay without a trial. Served by the primary keys and conversion_trial_idx.
 */
export async function deleteOldTrials(db: Executor, keys: readonly TrialKey[], before: Date): Promise<void> {
  const credited = and(
    inArray(conversion.visitorId, visitorsOf(keys)),
    inArray(
      conversion.trialId,
      keys.map(({ id }) => id),
    ),
  )
  await db.delete(conversion).where(and(credited, lt(conversion.recordedAt, before)))
  await db.update(conversion).set({ trialId: null }).where(credited)
  await db.delete(trial).where(isOneOf(keys))
}

const visitorsOf = (keys: readonly TrialKey[]): string[] => [
  ...new Set(keys.map(({ visitorId }) => visitorId)),
]

const isOneOf = (keys: readonly TrialKey[]) =>
  and(
    inArray(trial.visitorId, visitorsOf(keys)),
    inArray(
      trial.id,
      keys.map(({ id }) => id),
    ),
  )

/**
 * Deletes unmatched conversions, conversions without a trial, touches, asks, page views, fates of messages and searches of
 * before an instant, in statements of at most `limit` rows, so that none takes long. Reads each table once, and once more
 * for every further statement.
 */
export async function deleteOldRemainders(db: Executor, before: Date, limit: number): Promise<void> {
  const instant = sql`${before.toISOString()}::timestamptz`
  const old = [
    { table: unmatchedConversion, key: sql`id`, where: sql`recorded_at < ${instant}` },
    { table: conversion, key: VISITOR_KEY, where: sql`trial_id is null and recorded_at < ${instant}` },
    { table: touch, key: VISITOR_KEY, where: sql`at < ${instant}` },
    ...[ask, pageView, messageEvent, helpSearch].map((table) => ({
      ...{ table, key: VISITOR_KEY, where: sql`at < ${instant}` },
    })),
    { table: feedbackWork, key: VISITOR_KEY, where: sql`changed_at < ${instant}` },
    { table: searchCount, key: sql`id`, where: sql`day < (${instant})::date` },
    { table: searchWork, key: sql`id`, where: sql`changed_at < ${instant}` },
  ]
  for (const { table, key, where } of old) {
    const batch = sql`
      delete from ${table} where (${key}) in (select ${key} from ${table} where ${where} limit ${limit})`
    while ((await db.execute(batch)).count === limit);
  }
}

const VISITOR_KEY = sql`visitor_id, id`

/**
 * Locks visitors first seen before an instant without younger data, skipping those that another transaction holds or
 * writes data of. Reads the table of visitors once.
 */
export async function lockOldVisitors(db: Executor, before: Date, limit: number): Promise<string[]> {
  const left = await db
    .select({ visitorId: visitor.visitorId, id: visitor.visitorId })
    .from(visitor)
    .where(isLeft(before))
    .limit(limit)
  const rows = await lockRows(left, ({ visitorId }) =>
    db
      .select({ visitorId: visitor.visitorId })
      .from(visitor)
      .where(eq(visitor.visitorId, visitorId))
      .for('update', { skipLocked: true }),
  )
  return rows.map(({ visitorId }) => visitorId)
}

/**
 * Deletes those locked visitors that still have no younger data: one may have come back before the lock. Returns their
 * number. Served by the primary keys.
 */
export async function deleteOldVisitors(
  db: Executor,
  visitorIds: readonly string[],
  before: Date,
): Promise<number> {
  const gone = await db
    .delete(visitor)
    .where(and(inArray(visitor.visitorId, [...visitorIds]), isLeft(before)))
    .returning({ visitorId: visitor.visitorId })
  return gone.length
}

const isLeft = (before: Date) => {
  const has = (table: PgTable & { visitorId: PgColumn }) =>
    sql`exists (select from ${table} where ${table.visitorId} = ${visitor.visitorId})`
  const held = [
    ...[trial, conversion, touch, ask, pageView, messageEvent, helpSearch].map(has),
    sql`exists (
      select from ${splitExposure}
      where ${splitExposure.visitorId} = ${visitor.visitorId} and ${gte(splitExposure.at, before)})`,
    sql`exists (
      select from ${visitorContact}
      where ${visitorContact.visitorId} = ${visitor.visitorId} and ${gte(visitorContact.at, before)})`,
  ]
  return and(lt(visitor.firstSeenAt, before), ...held.map((one) => not(one)))
}

/** Counts of purged trials, for a board: unflagged ones, by demo. Served by the primary key. */
export async function listPastTrials(
  db: Executor,
): Promise<{ month: string; demoSlug: string; trials: number; finished: number; converted: number }[]> {
  return db
    .select({
      month: pastTrials.month,
      demoSlug: pastTrials.demoSlug,
      trials: sql<number>`sum(${pastTrials.trials})::int`,
      finished: sql<number>`sum(${pastTrials.finished})::int`,
      converted: sql<number>`sum(${pastTrials.converted})::int`,
    })
    .from(pastTrials)
    .where(eq(pastTrials.flagged, false))
    .groupBy(pastTrials.month, pastTrials.demoSlug)
    .orderBy(asc(pastTrials.month), asc(pastTrials.demoSlug))
}
