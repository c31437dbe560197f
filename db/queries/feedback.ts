import { and, eq } from 'drizzle-orm'
import type { Executor } from '../client'
import { listGoalsOf } from './conversions'
import type { TrialKey } from './trials'
import type { Goal } from '~/domain/insight/conversion-terms'
import { rating } from '../schema/trial'

/** A goal that was credited to a trial. */
export interface CreditedGoal {
  goal: Goal
  at: Date
  unverified: boolean
}

/** The rating of one trial and the goals credited to it that were not withdrawn. */
export interface Feedback {
  stars: number | null
  comment: string
  ratedAt: Date | null
  /** Reported by a system or a person. */
  conversions: CreditedGoal[]
  /** Reported by the browser. */
  asks: CreditedGoal[]
}

/** Served by the primary key of `rating` and by conversion_trial_idx. */
export async function findFeedback(db: Executor, { visitorId, id }: TrialKey): Promise<Feedback> {
  const ratings = await db
    .select({ stars: rating.stars, comment: rating.comment, ratedAt: rating.createdAt })
    .from(rating)
    .where(and(eq(rating.visitorId, visitorId), eq(rating.trialId, id)))
  const goals = await listGoalsOf(db, { visitorId, id })
  return {
    stars: ratings[0]?.stars ?? null,
    comment: ratings[0]?.comment ?? '',
    ratedAt: ratings[0]?.ratedAt ?? null,
    conversions: goals.filter(({ source }) => source !== 'browser').map(creditedGoal),
    asks: goals.filter(({ source }) => source === 'browser').map(creditedGoal),
  }
}

const creditedGoal = ({ goal, at, unverified }: CreditedGoal): CreditedGoal => ({ goal, at, unverified })
