import { listRatingsOf } from '#db/queries/ratings'
import type { VerbArgs } from '~/platform/context/context'

/** What this visitor said of a trial before, or null. */
export async function readRating({
  ctx,
  input,
}: VerbArgs<{ trialId: string }>): Promise<{ stars: number; comment: string } | null> {
  if (ctx.visitor === null) return null
  const ratings = await listRatingsOf(ctx.db, ctx.visitor.id)
  const found = ratings.find((rating) => rating.trialId === input.trialId)
  return found ? { stars: found.stars, comment: found.comment } : null
}
