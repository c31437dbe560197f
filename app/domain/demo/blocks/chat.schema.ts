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
  label: textSchema,
  send: eventNameSchema,
  with: z.record(fieldNameSchema, scalarSchema).optional(),
  if: celSchema.optional(),
  needs: needsSchema,
})

/** A conversation. `mine` is true for messages of the person the prospect plays; replies are buttons. */
export const chatSchema = strict({
  ...blockBase,
  rows: celSchema,
  from: shownSchema,
  message: shownSchema,
  at: celSchema.optional(),
  mine: celSchema.optional(),
  replies: z.array(replySchema).max(6).optional(),
})
export type ChatBlock = z.infer<typeof chatSchema>
