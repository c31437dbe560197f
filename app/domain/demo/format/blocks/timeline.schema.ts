import type { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, shownSchema, toneBySchema } from '../schema-values'

/** What happened, one entry a row, in the order of the rows. */
export const timelineSchema = strict({
  ...blockBase,
  rows: celSchema.describe('The list: one entry a row'),
  at: celSchema.optional().describe('When, as an ISO text'),
  entry: shownSchema.describe('What happened; row is in scope'),
  by: shownSchema.optional().describe('Who did it'),
  tone: toneBySchema.optional(),
})
export type TimelineSpec = z.infer<typeof timelineSchema>
