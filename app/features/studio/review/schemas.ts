import { z } from 'zod'
import { documentKeySchema, draftSchema } from '../schemas'

const words = z.string().trim().max(2_000).default('')

export const askReviewSchema = draftSchema.extend({ note: words })
export const reviewKeySchema = documentKeySchema.extend({ reviewId: z.uuid() })
export const decideReviewSchema = reviewKeySchema.extend({
  decision: z.enum(['approved', 'sent-back']),
  answer: words,
})
export const publishReviewedSchema = reviewKeySchema.extend({ note: z.string().trim().max(500).default('') })

export const addCommentSchema = documentKeySchema.extend({
  file: z.string().max(200),
  line: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).optional(),
  ),
  words: z.string().trim().min(1, 'Write what you want to say').max(2_000),
})
export const commentKeySchema = documentKeySchema.extend({ commentId: z.uuid() })
