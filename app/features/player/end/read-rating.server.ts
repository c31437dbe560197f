import { z } from 'zod'
import { listRatingsOf } from '#db/queries/ratings'
import { verb } from '~/platform/verb/verb'

/** This visitor's earlier rating of a trial, or null. */
export const readRating = verb(
  { permission: 'anyone', input: z.object({ trialId: z.string() }) },
  async ({ ctx, input: { trialId } }): Promise<{ stars: number; comment: string } | null> => {
    if (ctx.visitor === null) return null
    const ratings = await listRatingsOf(ctx.db, ctx.visitor.id)
    const found = ratings.find((rating) => rating.trialId === trialId)
    return found ? { stars: found.stars, comment: found.comment } : null
  },
)
