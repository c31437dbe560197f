import type { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, shownSchema } from '../schema-values'

/** What happened, one entry a row, in the order of the rows. */
export const timelineSchema = strict({
  ...blockBase,
  rows: celSchema,
  at: celSchema.optional(),
  entry: shownSchema,
  by: shownSchema.optional(),
  tone: celSchema.optional(),
})
export type TimelineBlock = z.infer<typeof timelineSchema>
