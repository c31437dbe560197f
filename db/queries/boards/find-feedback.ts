import { and, asc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import type { TrialKey } from '#db/queries/trials'
import { conversion } from '#db/schema/conversion'
import { rating } from '#db/schema/trial'

/** What came of one trial: how it was rated and which goals were credited to it. */
export interface Feedback {
  stars: number | null
  comment: string
  conversions: { goal: 'sign-up' | 'quote' | 'purchase'; at: Date }[]
}

/** Served by the primary key of `rating` and by conversion_trial_idx. */
export async function findFeedback(db: Executor, { visitorId, id }: TrialKey): Promise<Feedback> {
  const ratings = await db
    .select({ stars: rating.stars, comment: rating.comment })
    .from(rating)
    .where(and(eq(rating.visitorId, visitorId), eq(rating.trialId, id)))
  const conversions = await db
    .select({ goal: conversion.goal, at: conversion.at })
    .from(conversion)
    .where(and(eq(conversion.visitorId, visitorId), eq(conversion.trialId, id)))
    .orderBy(asc(conversion.at))
  return { stars: ratings[0]?.stars ?? null, comment: ratings[0]?.comment ?? '', conversions }
}
