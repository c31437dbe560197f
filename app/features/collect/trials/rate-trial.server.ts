import { z } from 'zod'
import { upsertRating } from '#db/queries/ratings'
import type { RatingRow } from '#db/queries/ratings'
import { verb } from '~/platform/verb/verb'
import { ratingSchema } from '../schemas'
import { ownTrial } from '../own-trial.server'

const inputSchema = ratingSchema.extend({ trial: z.uuid() })
export type RateTrialInput = z.input<typeof inputSchema>

/**
 * Keeps what a prospect says of a trial of theirs. Saying it again replaces it.
 * @throws DomainError `not-found` unless the trial is this visitor's.
 */
export const rateTrial = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input: { trial, stars, comment } }): Promise<RatingRow> => {
    const { visitor } = ctx
    return ctx.db.transaction(async (tx) => {
      await ownTrial(tx, { visitorId: visitor.id, id: trial })
      const row = { visitorId: visitor.id, trialId: trial, stars, comment, createdAt: ctx.now() }
      await upsertRating(tx, row)
      return row
    })
  },
)
