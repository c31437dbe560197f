import { and, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { listGoalsOf } from '#db/queries/conversions'
import type { TrialKey } from '#db/queries/trials'
import type { ConversionSource, Goal } from '#db/schema/conversion'
import { rating } from '#db/schema/trial'

/** A goal that was credited to a trial. One told by the browser was asked for; the others are confirmed. */
export interface ReachedGoal {
  goal: Goal
  at: Date
  source: ConversionSource
  unverified: boolean
}

/** What came of one trial: how it was rated and which goals, not withdrawn, were credited to it. */
export interface Feedback {
  stars: number | null
  comment: string
  conversions: ReachedGoal[]
}

/** Served by the primary key of `rating` and by conversion_trial_idx. */
export async function findFeedback(db: Executor, { visitorId, id }: TrialKey): Promise<Feedback> {
  const ratings = await db
    .select({ stars: rating.stars, comment: rating.comment })
    .from(rating)
    .where(and(eq(rating.visitorId, visitorId), eq(rating.trialId, id)))
  const conversions = await listGoalsOf(db, { visitorId, id })
  return { stars: ratings[0]?.stars ?? null, comment: ratings[0]?.comment ?? '', conversions }
}
