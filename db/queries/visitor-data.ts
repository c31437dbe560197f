import { and, asc, count, eq, getTableName, inArray, isNotNull, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Executor } from '../client'
import { accountMember } from '../schema/account'
import { ask } from '../schema/ask'
import { addressCheck, visitorContact } from '../schema/contact'
import { conversion, unmatchedConversion } from '../schema/conversion'
import { feedbackWork } from '../schema/feedback-work'
import { helpSearch } from '../schema/help-search'
import { mail } from '../schema/mail'
import { messageEvent } from '../schema/message-event'
import { pageView } from '../schema/page-view'
import { remark } from '../schema/remark'
import { splitExposure } from '../schema/split'
import { touch } from '../schema/touch'
import { trialNote } from '../schema/trial-note'
import { rating, trial, trialEvent, visitor } from '../schema/trial'

/** The name of a table on a receipt and in an export. */
export const VISITOR_DATA_KINDS = [
  'visitor',
  'trials',
  'events',
  'ratings',
  'conversions',
  'asks',
  'touches',
  'exposures',
  'contacts',
  'addressChecks',
  'mails',
  'memberships',
  'awaiting',
  'remarks',
  'pageViews',
  'messageEvents',
  'helpSearches',
  'feedbackWork',
  'notes',
] as const

export type VisitorDataKind = (typeof VISITOR_DATA_KINDS)[number]
export type VisitorDataCounts = Record<VisitorDataKind, number>

/** Every table with rows of a visitor. All but `mail` are deleted by cascade with the visitor. */
const BY_VISITOR: Record<Exclude<VisitorDataKind, 'awaiting'>, PgTable & { visitorId: PgColumn }> = {
  visitor,
  trials: trial,
  events: trialEvent,
  ratings: rating,
  conversions: conversion,
  asks: ask,
  touches: touch,
  exposures: splitExposure,
  contacts: visitorContact,
  addressChecks: addressCheck,
  mails: mail,
  memberships: accountMember,
  remarks: remark,
  pageViews: pageView,
  messageEvents: messageEvent,
  helpSearches: helpSearch,
  feedbackWork,
  notes: trialNote,
}

/** Names of the tables that erasing and exporting cover, so that a test notices a new one. */
export const VISITOR_DATA_TABLES: readonly string[] = [
  ...Object.values(BY_VISITOR).map((table) => getTableName(table)),
  getTableName(unmatchedConversion),
]

/** How many rows each table holds of a visitor. Served by the primary keys, whose first column is the visitor. */
export async function countVisitorData(
  db: Executor,
  visitorId: string,
  addresses: readonly string[],
): Promise<VisitorDataCounts> {
  const counts: Partial<VisitorDataCounts> = {}
  for (const kind of VISITOR_DATA_KINDS) {
    if (kind === 'awaiting') continue
    const table = BY_VISITOR[kind]
    const rows = await db.select({ count: count() }).from(table).where(eq(table.visitorId, visitorId))
    counts[kind] = rows[0]?.count ?? 0
  }
  return {
    ...(counts as VisitorDataCounts),
    awaiting: (await listAwaitingReports(db, visitorId, addresses)).length,
  }
}

/** Every touch of a visitor, in the order of time. Served by the primary key. */
export async function listTouchesOf(db: Executor, visitorId: string): Promise<(typeof touch.$inferSelect)[]> {
  return db.select().from(touch).where(eq(touch.visitorId, visitorId)).orderBy(asc(touch.id))
}

/** What a visitor looked at, searched and remarked, and how far the team is with it. Served by the primary keys. */
export async function readVoiceOf(db: Executor, visitorId: string) {
  const of = <Table extends PgTable & { visitorId: PgColumn }>(table: Table) =>
    db
      .select()
      .from(table as PgTable)
      .where(eq(table.visitorId, visitorId))
  const [remarks, pageViews, messageEvents, helpSearches] = await Promise.all([
    of(remark),
    of(pageView),
    of(messageEvent),
    of(helpSearch),
  ])
  const { kind, id, state, revisionId, changedAt } = feedbackWork
  const work = await db
    .select({ kind, id, state, revisionId, changedAt })
    .from(feedbackWork)
    .where(eq(feedbackWork.visitorId, visitorId))
  return {
    ...{ remarks, pageViews, messageEvents, helpSearches, feedbackWork: work },
    notes: await listNotesOf(db, visitorId),
  }
}

/** What the team noted on a visitor's trials, without who did. Served by the primary key. */
async function listNotesOf(db: Executor, visitorId: string) {
  const { id, trialId, text, at, changedAt } = trialNote
  return db
    .select({ id, trialId, text, at, changedAt })
    .from(trialNote)
    .where(eq(trialNote.visitorId, visitorId))
}

/** When a visitor was first shown a side of traffic splits. Served by the primary key. */
export async function listExposuresOf(
  db: Executor,
  visitorId: string,
): Promise<(typeof splitExposure.$inferSelect)[]> {
  return db
    .select()
    .from(splitExposure)
    .where(eq(splitExposure.visitorId, visitorId))
    .orderBy(asc(splitExposure.at))
}

/**
 * Unmatched conversions that wait for one of these addresses, which this visitor was the first to verify. Served by
 * unmatched_conversion_email_idx.
 */
export async function listAwaitingReports(
  db: Executor,
  visitorId: string,
  addresses: readonly string[],
): Promise<(typeof unmatchedConversion.$inferSelect)[]> {
  return db
    .select()
    .from(unmatchedConversion)
    .where(isAwaiting(db, visitorId, addresses))
    .orderBy(asc(unmatchedConversion.id))
}

/** Deletes what `listAwaitingReports` lists. Served likewise. */
export async function deleteAwaitingReports(
  db: Executor,
  visitorId: string,
  addresses: readonly string[],
): Promise<void> {
  await db.delete(unmatchedConversion).where(isAwaiting(db, visitorId, addresses))
}

const isAwaiting = (db: Executor, visitorId: string, addresses: readonly string[]) =>
  and(
    inArray(unmatchedConversion.emailHash, [...addresses]),
    inArray(unmatchedConversion.emailHash, hashesOf(db, visitorId)),
  )

/** The addresses that this visitor was the first to verify. Served by the primary key and visitor_contact_email_idx. */
const hashesOf = (db: Executor, visitorId: string) => {
  const earlier = alias(visitorContact, 'earlier')
  const isFirst = notExists(
    db
      .select({ one: sql`1` })
      .from(earlier)
      .where(
        and(
          eq(earlier.emailHash, visitorContact.emailHash),
          ne(earlier.visitorId, visitorContact.visitorId),
          sql`(${earlier.verifiedAt}, ${earlier.visitorId}) < (${visitorContact.verifiedAt}, ${visitorContact.visitorId})`,
        ),
      ),
  )
  return db
    .select({ hash: visitorContact.emailHash })
    .from(visitorContact)
    .where(and(eq(visitorContact.visitorId, visitorId), isNotNull(visitorContact.verifiedAt), isFirst))
}
