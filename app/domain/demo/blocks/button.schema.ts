import { z } from 'zod'
import { strict } from '../strict'
import {
  celSchema,
  eventNameSchema,
  fieldNameSchema,
  idSchema,
  lockedSchema,
  scalarSchema,
  textSchema,
} from '../schema-values'

/** A button. `with` is sent as it stands. A locked button is visible and explained, and sends nothing. */
export const buttonSchema = strict({
  if: celSchema.optional(),
  label: textSchema,
  send: eventNameSchema,
  with: z.record(fieldNameSchema, scalarSchema).optional(),
  tone: z.enum(['primary', 'default', 'danger']).optional(),
  tip: idSchema.optional(),
  feature: idSchema.optional(),
  locked: lockedSchema.optional(),
})
export type ButtonBlock = z.infer<typeof buttonSchema>
