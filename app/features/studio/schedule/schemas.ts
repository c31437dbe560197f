import { z } from 'zod'
import { documentKeySchema, retireSchema } from '../schemas'

/** `2026-12-01T09:30`, by the clocks of the workspace, as a browser's field for a moment gives it. */
const localTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/,
    'Write a moment as 2026-12-01T09:30',
  )

const note = z.string().trim().max(500).default('')

export const schedulePublishingSchema = documentKeySchema.extend({
  at: localTime,
  note,
  /** An approved review, or a version of the draft. */
  reviewId: z.uuid().optional(),
  draftVersion: z.coerce.number().int().min(1).optional(),
})
export const scheduleRetirementSchema = retireSchema.extend({ at: localTime, note })
export const scheduleKeySchema = documentKeySchema.extend({ scheduleId: z.uuid() })
