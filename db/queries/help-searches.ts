import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { helpSearch, searchCount } from '#db/schema/help-search'
import type { Locale } from '~/domain/text'

/** What was searched: masked and folded. */
export interface Searched {
  query: string
  locale: Locale
}

/** The newest search of a visitor for the same since an instant, or null. Served by the primary key. */
export async function findRecentSearch(
  db: Executor,
  { visitorId, query, locale, since }: Searched & { visitorId: string; since: Date },
): Promise<string | null> {
  const rows = await db
    .select({ id: helpSearch.id })
    .from(helpSearch)
    .where(
      and(
        eq(helpSearch.visitorId, visitorId),
        eq(helpSearch.query, query),
        eq(helpSearch.locale, locale),
        gt(helpSearch.at, since),
      ),
    )
    .orderBy(desc(helpSearch.id))
    .limit(1)
  return rows[0]?.id ?? null
}

/** How many searches of a visitor are kept. Served by the primary key. */
export async function countSearchesOf(db: Executor, visitorId: string): Promise<number> {
  return db.$count(helpSearch, eq(helpSearch.visitorId, visitorId))
}

export async function insertHelpSearch(db: Executor, row: typeof helpSearch.$inferInsert): Promise<void> {
  await db.insert(helpSearch).values(row)
}

/** Sets what a search found or which post was opened from it. Served by the primary key. */
export async function updateHelpSearch(
  db: Executor,
  key: { visitorId: string; id: string },
  change: { hits: number } | { clicked: string },
): Promise<void> {
  await db
    .update(helpSearch)
    .set(change)
    .where(and(eq(helpSearch.visitorId, key.visitorId), eq(helpSearch.id, key.id)))
}

/** How many different searches are counted of a day. Served by search_count_day_idx. */
export async function countSearchedOn(db: Executor, day: string): Promise<number> {
  return db.$count(searchCount, eq(searchCount.day, day))
}

/** Adds one search of nobody in particular to the count of its day. Served by search_count_day_idx. */
export async function countSearch(
  db: Executor,
  row: Searched & { id: string; day: string; unanswered: boolean },
): Promise<void> {
  const unanswered = row.unanswered ? 1 : 0
  await db
    .insert(searchCount)
    .values({ ...row, searches: 1, unanswered })
    .onConflictDoUpdate({
      target: [searchCount.day, searchCount.locale, searchCount.query],
      set: {
        searches: sql`${searchCount.searches} + 1`,
        unanswered: sql`${searchCount.unanswered} + ${unanswered}`,
      },
    })
}

/** Adds one opened post to the count of a search that was counted on this day. Served by search_count_day_idx. */
export async function countSearchClick(
  db: Executor,
  { day, query, locale }: Searched & { day: string },
): Promise<void> {
  await db
    .update(searchCount)
    .set({ clicks: sql`${searchCount.clicks} + 1` })
    .where(and(eq(searchCount.day, day), eq(searchCount.locale, locale), eq(searchCount.query, query)))
}

/** Deletes the searches of a visitor. Served by the primary key. */
export async function deleteHelpSearchesOf(db: Executor, visitorId: string): Promise<void> {
  await db.delete(helpSearch).where(eq(helpSearch.visitorId, visitorId))
}
