import { z } from 'zod'
import { upsertRating } from '#db/queries/ratings'
import type { RatingRow } from '#db/queries/ratings'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { ratingSchema } from '../schemas'
import { ownTrial, visitorOf } from '../visitor-of.server'

const inputSchema = ratingSchema.extend({ trial: z.uuid() })
export type RateTrialInput = z.input<typeof inputSchema>

/**
 * Keeps what a prospect says of a trial of theirs. Saying it again replaces it.
 * @throws DomainError `not-found` unless the trial is this visitor's.
 */
export async function rateTrial({ ctx, input }: VerbArgs<RateTrialInput>): Promise<RatingRow> {
  const visitor = visitorOf(ctx)
  const { trial, stars, comment } = parseInput(inputSchema, input)
  return ctx.db.transaction(async (tx) => {
    await ownTrial(tx, { visitorId: visitor.id, id: trial })
    const row = { visitorId: visitor.id, trialId: trial, stars, comment, createdAt: ctx.now() }
    await upsertRating(tx, row)
    return row
  })
}
