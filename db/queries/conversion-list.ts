import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { visitorContact } from '#db/schema/contact'
import { conversion, unmatchedConversion } from '#db/schema/conversion'
import type { ConversionSource, MatchedBy } from '#db/schema/conversion'
import type { Goal } from '~/domain/insight/conversion-terms'
import { trial } from '#db/schema/trial'

export type ConversionListFilter =
  'all' | 'asked' | 'late' | 'unmatched' | 'ambiguous' | 'corrected' | 'withdrawn'

/** A conversion as staff see it, matched or not. */
export interface ListedConversion {
  id: string
  goal: Goal
  at: Date
  source: ConversionSource
  reportedBy: string
  externalId: string | null
  value: number | null
  currency: string | null
  recordedAt: Date
  correctedAt: Date | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  /** Null while nobody was found. */
  matchedBy: MatchedBy | null
  /** Found by an address that its visitor typed and nobody verified. */
  unverified: boolean
  /** Several visitors typed its address and nobody verified it: a person decides whose it is. */
  ambiguous: boolean
  trialId: string | null
  demo: string | null
  trialStartedAt: Date | null
}

export interface ConversionListPage {
  filter: ConversionListFilter
  before?: { at: Date; id: string } | undefined
  limit: number
}

type Told = typeof conversion | typeof unmatchedConversion

/** Reported more than a day after it happened. */
const isLate = (table: Told): SQL => sql`${table.recordedAt} - ${table.at} > interval '1 day'`

/** A verified address may still decide whose it is. */
const isOpen = (table: Told): SQL => {
  const isUnclaimed =
    table === conversion ? sql`${conversion.unverified}` : sql`${unmatchedConversion.emailHash} is not null`
  return sql`(${isUnclaimed} and ${table.withdrawnAt} is null)`
}

/** Of the contacts with one address: several visitors typed it and none verified it. */
const IS_SHARED = sql`count(distinct visitor_id) > 1 and count(verified_at) = 0`

/** Its address was typed by several visitors and verified by none. Reads the addresses whole. */
const isAmbiguous = (table: Told): SQL =>
  sql`(${isOpen(table)} and ${table.emailHash} in (
    select email_hash from ${visitorContact} group by email_hash having ${IS_SHARED}))`

const FILTERS: Record<ConversionListFilter, (table: Told) => SQL | undefined> = {
  all: () => undefined,
  asked: (table) => eq(table.source, 'browser'),
  late: isLate,
  unmatched: (table) => (table === unmatchedConversion ? isNull(table.withdrawnAt) : sql`false`),
  ambiguous: isAmbiguous,
  corrected: (table) => isNotNull(table.correctedAt),
  withdrawn: (table) => isNotNull(table.withdrawnAt),
}

const toldColumns = <Table extends Told>(table: Table) => ({
  id: table.id,
  goal: table.goal,
  at: table.at,
  source: table.source,
  reportedBy: table.reportedBy,
  externalId: table.externalId,
  value: table.value,
  currency: table.currency,
  recordedAt: table.recordedAt,
  correctedAt: table.correctedAt,
  withdrawnAt: table.withdrawnAt,
  withdrawnReason: table.withdrawnReason,
  emailHash: table.emailHash,
  isOpen: sql<boolean>`${isOpen(table)}`.as('is_open'),
})

/**
 * Conversions, the newest first, matched and unmatched in one list. Served by conversion_at_idx and
 * unmatched_conversion_at_idx.
 */
export async function listConversionRows(
  db: Executor,
  { filter, before, limit }: ConversionListPage,
): Promise<ListedConversion[]> {
  const beyond = (table: Told): SQL | undefined =>
    before && sql`(${table.at}, ${table.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
  const matched = db
    .select({
      ...toldColumns(conversion),
      matchedBy: sql<MatchedBy | null>`${conversion.matchedBy}`.as('matched_by'),
      unverified: conversion.unverified,
      trialId: sql<string | null>`${conversion.trialId}`.as('trial_id'),
      demo: sql<string | null>`${trial.demoSlug}`.as('demo'),
      trialStartedAt: sql<Date | null>`${trial.startedAt}`.mapWith(dateOrNull).as('trial_started_at'),
    })
    .from(conversion)
    .leftJoin(trial, and(eq(trial.visitorId, conversion.visitorId), eq(trial.id, conversion.trialId)))
    .where(and(FILTERS[filter](conversion), beyond(conversion)))
    .orderBy(desc(conversion.at), desc(conversion.id))
    .limit(limit)
  const unmatched = db
    .select({
      ...toldColumns(unmatchedConversion),
      matchedBy: sql<MatchedBy | null>`null::text`.as('matched_by'),
      unverified: sql<boolean>`false`.as('unverified'),
      trialId: sql<string | null>`null::uuid`.as('trial_id'),
      demo: sql<string | null>`null::text`.as('demo'),
      trialStartedAt: sql<Date | null>`null::timestamptz`.mapWith(dateOrNull).as('trial_started_at'),
    })
    .from(unmatchedConversion)
    .where(and(FILTERS[filter](unmatchedConversion), beyond(unmatchedConversion)))
    .orderBy(desc(unmatchedConversion.at), desc(unmatchedConversion.id))
    .limit(limit)
  const rows = (await Promise.all([matched, unmatched])).flat().sort(newestFirst).slice(0, limit)
  const shared = await sharedAmong(db, rows)
  return rows.map(({ emailHash, isOpen: mayChange, ...row }) => ({
    ...row,
    ambiguous: mayChange && emailHash !== null && shared.has(emailHash),
  }))
}

/** Asked apart: where tables are distributed, a list of columns cannot hold a query. Served by visitor_contact_email_idx. */
async function sharedAmong(
  db: Executor,
  rows: readonly { emailHash: string | null }[],
): Promise<Set<string>> {
  const hashes = rows.flatMap(({ emailHash }) => (emailHash === null ? [] : [emailHash]))
  if (hashes.length === 0) return new Set()
  const shared = await db
    .select({ emailHash: visitorContact.emailHash })
    .from(visitorContact)
    .where(inArray(visitorContact.emailHash, hashes))
    .groupBy(visitorContact.emailHash)
    .having(IS_SHARED)
  return new Set(shared.map(({ emailHash }) => emailHash))
}

// eslint-disable-next-line foyer/no-date-text -- the text that PostgreSQL makes of a timestamptz, with its offset
const dateOrNull = { mapFromDriverValue: (value: string | null) => (value === null ? null : new Date(value)) }

const newestFirst = (one: Pick<ListedConversion, 'at' | 'id'>, other: Pick<ListedConversion, 'at' | 'id'>) =>
  other.at.getTime() - one.at.getTime() || (other.id < one.id ? -1 : 1)

/** How many conversions each filter lists. Reads both tables whole. */
export async function countConversions(db: Executor): Promise<Record<ConversionListFilter, number>> {
  const countsOf = async (table: Told) => {
    const count = (filter: Exclude<ConversionListFilter, 'ambiguous'>) =>
      sql<number>`count(*) filter (where ${FILTERS[filter](table) ?? sql`true`})::int`
    const [row] = await db
      .select({
        all: count('all'),
        asked: count('asked'),
        late: count('late'),
        unmatched: count('unmatched'),
        corrected: count('corrected'),
        withdrawn: count('withdrawn'),
      })
      .from(table)
    if (!row) throw new Error('An aggregate without groups gave no row.')
    return { ...row, ambiguous: await db.$count(table, isAmbiguous(table)) }
  }
  const [one, other] = [await countsOf(conversion), await countsOf(unmatchedConversion)]
  const sum = (filter: ConversionListFilter) => one[filter] + other[filter]
  return {
    all: sum('all'),
    asked: sum('asked'),
    late: sum('late'),
    unmatched: sum('unmatched'),
    ambiguous: sum('ambiguous'),
    corrected: sum('corrected'),
    withdrawn: sum('withdrawn'),
  }
}

/** A visitor who typed the address of a conversion, with their last trial that began before it happened. */
export interface Claim {
  trialId: string
  demo: string
  startedAt: Date
}

/**
 * Claims of some conversions by an address: for each, the trials to choose from, the newest first. Visitors without a
 * trial before it happened are not listed. Served by the primary keys, conversion_id_idx and
 * visitor_contact_email_idx.
 */
export async function listClaims(
  db: Executor,
  conversions: readonly { id: string; at: Date }[],
): Promise<Map<string, Claim[]>> {
  const claims = new Map<string, Claim[]>()
  for (const { id, at } of conversions) {
    const rows = await db.execute<{ trial_id: string; demo: string; started_ms: number }>(sql`
      select distinct on (t.visitor_id) t.id as trial_id, t.demo_slug as demo,
        (extract(epoch from t.started_at) * 1000)::float8 as started_ms
      from (
        select email_hash from ${conversion} where id = ${id}
        union select email_hash from ${unmatchedConversion} where id = ${id}
      ) as reported
      join visitor_contact as c on c.email_hash = reported.email_hash
      join ${trial} as t on t.visitor_id = c.visitor_id and t.started_at <= ${at.toISOString()}::timestamptz
      order by t.visitor_id, t.started_at desc, t.id desc`)
    const found = rows.map((row) => ({
      ...{ trialId: row.trial_id, demo: row.demo, startedAt: new Date(row.started_ms) },
    }))
    claims.set(
      id,
      found.sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime()).slice(0, MOST_CLAIMS),
    )
  }
  return claims
}

const MOST_CLAIMS = 20
