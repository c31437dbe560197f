import { eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { rating } from '#db/schema/trial'

export type RatingRow = typeof rating.$inferSelect

/** Stores the rating of a trial, replacing an earlier one. Served by the primary key. */
export async function upsertRating(db: Executor, row: RatingRow): Promise<void> {
  const { stars, comment, createdAt } = row
  await db
    .insert(rating)
    .values(row)
    .onConflictDoUpdate({
      target: [rating.visitorId, rating.trialId],
      set: { stars, comment, createdAt },
    })
}

/** Everything a visitor rated. Served by the primary key, whose first column is the visitor. */
export async function listRatingsOf(db: Executor, visitorId: string): Promise<RatingRow[]> {
  return db.select().from(rating).where(eq(rating.visitorId, visitorId))
}
