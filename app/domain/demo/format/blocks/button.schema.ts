import { z } from 'zod'
import { strict } from '../strict'
import {
  celSchema,
  eventNameSchema,
  fieldNameSchema,
  fillingsSchema,
  idSchema,
  needsSchema,
  scalarSchema,
  textSchema,
} from '../schema-values'

/**
 * A button. `with` is sent unchanged. On a plan without what it `needs` it is locked: visible, explained, sending
 * nothing.
 */
export const buttonSchema = strict({
  if: celSchema.optional().describe('The button is there only while this holds'),
  label: textSchema.describe('What is written on it; {name} is filled from values'),
  values: fillingsSchema.optional(),
  send: eventNameSchema,
  with: z.record(fieldNameSchema, scalarSchema).optional().describe('Sent along as it stands'),
  tone: z
    .enum(['primary', 'default', 'danger'])
    .optional()
    .describe('How it looks: the way on, one of several, or what cannot be undone'),
  tip: idSchema.optional().describe('Help beside it, one of tips'),
  feature: idSchema.optional().describe('The plan feature that it shows'),
  needs: needsSchema,
})
export type ButtonSpec = z.infer<typeof buttonSchema>
