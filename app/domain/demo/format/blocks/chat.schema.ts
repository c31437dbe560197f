import { z } from 'zod'
import { strict } from '../strict'
import {
  blockBase,
  celSchema,
  eventNameSchema,
  scalarSchema,
  fieldNameSchema,
  needsSchema,
  shownSchema,
  textSchema,
} from '../schema-values'

const replySchema = strict({
  label: textSchema.describe('What is written on it'),
  send: eventNameSchema,
  with: z.record(fieldNameSchema, scalarSchema).optional().describe('Sent along as it stands'),
  if: celSchema.optional().describe('The reply is there only while this holds'),
  needs: needsSchema,
})

/** A conversation. `mine` is true for messages of the person the prospect plays; replies are buttons. */
export const chatSchema = strict({
  ...blockBase,
  rows: celSchema.describe('The messages, the oldest first'),
  from: shownSchema.describe('Who wrote it; row is in scope'),
  message: shownSchema.describe('What was written'),
  at: celSchema.optional().describe('When, as an ISO text'),
  mine: celSchema.optional().describe('Whether the person whom the prospect plays wrote it'),
  replies: z.array(replySchema).max(6).optional().describe('Answers that can be given'),
})
export type ChatSpec = z.infer<typeof chatSchema>
