import { z } from 'zod'
import { strict } from '../strict'
import {
  celSchema,
  eventNameSchema,
  fieldNameSchema,
  idSchema,
  needsSchema,
  scalarSchema,
  textSchema,
} from '../schema-values'

/** A button. `with` is sent as it stands. What it `needs` and the plan lacks locks it: visible, explained, sending nothing. */
export const buttonSchema = strict({
  if: celSchema.optional(),
  label: textSchema,
  send: eventNameSchema,
  with: z.record(fieldNameSchema, scalarSchema).optional(),
  tone: z.enum(['primary', 'default', 'danger']).optional(),
  tip: idSchema.optional(),
  feature: idSchema.optional(),
  needs: needsSchema,
})
export type ButtonBlock = z.infer<typeof buttonSchema>
