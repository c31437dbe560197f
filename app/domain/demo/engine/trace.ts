import { z } from 'zod'
import { isForbiddenKey, isStorableText } from '~/domain/json'

/** Most events that one batch may carry. */
export const MAX_BATCH = 200

const dataSchema = z.record(
  z
    .string()
    .max(60)
    .refine((key) => !isForbiddenKey(key)),
  z.union([z.null(), z.boolean(), z.number(), z.string().max(2000).refine(isStorableText)]),
)

/** One thing the prospect did. `at` and `activeMs` are milliseconds; `at` counts from the start of the trial. */
export const traceEventSchema = z
  .strictObject({
    seq: z.number().int().min(1),
    at: z.number().int().min(0).max(1e12),
    type: z
      .string()
      .max(60)
      .regex(/^@(hint|example|undo)$|^[A-Z][A-Z0-9_]*$/),
    data: dataSchema.optional(),
    activeMs: z.number().int().min(0).max(1e12),
    /** The client took the step for the prospect. */
    by: z.literal('shown').optional(),
  })
  .refine(({ type, by }) => by === undefined || !type.startsWith('@'), {
    path: ['by'],
    message: 'Only a step can be shown.',
  })
export type TraceEvent = z.infer<typeof traceEventSchema>

/** What the player sends: events of one trial, in order and without gaps. */
export const traceBatchSchema = z.strictObject({
  trial: z.uuid(),
  events: z.array(traceEventSchema).min(1).max(MAX_BATCH),
})

export { EXAMPLE_EVENT, HINT_EVENT, UNDO_EVENT, isHelpEvent } from './help-events'
