import { z } from 'zod'
import { FEEDBACK_KINDS, FEEDBACK_STATES } from '~/domain/insight/feedback/feedback-state'
import { isStorableText } from '~/domain/json'
import { boardQuerySchema, demoSlug, optional } from '../filter/board-query'
import { parseFeedbackKey } from './feedback-key'

const plain = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

/** The filter of all boards, and what of the feedback is listed. A word belongs to a state, `demo/state`. */
export const feedbackQuerySchema = boardQuerySchema.extend({
  demo: optional(demoSlug),
  kind: optional(z.enum(FEEDBACK_KINDS)),
  work: optional(z.enum(FEEDBACK_STATES)),
  word: optional(plain(100)),
  place: optional(plain(300)),
  page: optional(z.coerce.number().int().min(1).max(10_000)),
})
export type FeedbackQuery = z.infer<typeof feedbackQuerySchema>

/** The most that are changed at once. */
export const MOST_CHANGES = 100

const workSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['new', 'seen']) }),
  z.strictObject({ state: z.literal('assigned'), assignedTo: z.string().min(1).max(64) }),
  z.strictObject({ state: z.literal('answered'), revisionId: z.uuid().nullable() }),
])
export type FeedbackWork = z.infer<typeof workSchema>

const changeSchema = z.strictObject({
  item: z
    .string()
    .max(400)
    .refine(isStorableText)
    .transform(parseFeedbackKey)
    .pipe(z.custom<NonNullable<ReturnType<typeof parseFeedbackKey>>>((key) => key !== null)),
  /** The one that was seen; 0 when nobody did anything yet. */
  version: z.number().int().min(0),
  to: workSchema,
})

export const changeFeedbackSchema = z.strictObject({
  changes: z.array(changeSchema).min(1).max(MOST_CHANGES),
})
export type FeedbackChanges = z.input<typeof changeFeedbackSchema>
