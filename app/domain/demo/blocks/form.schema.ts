import { z } from 'zod'
import { strict } from '../strict'
import {
  blockBase,
  celSchema,
  eventNameSchema,
  fieldNameSchema,
  idSchema,
  needsSchema,
  scalarSchema,
  textSchema,
} from '../schema-values'

export const FIELD_KINDS = ['text', 'longtext', 'number', 'money', 'date', 'select', 'checkbox'] as const

const optionSchema = strict({ value: z.string().min(1).max(200), label: textSchema })

/** `min` and `max` bound the value of a number or money, and the length of a text. */
export const formFieldSchema = strict({
  name: fieldNameSchema,
  kind: z.enum(FIELD_KINDS),
  label: textSchema,
  required: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: z.string().min(1).max(200).optional(),
  options: z.union([celSchema, z.array(optionSchema).min(1).max(200)]).optional(),
  optionLabel: celSchema.optional(),
  value: celSchema.optional(),
  placeholder: textSchema.optional(),
  help: textSchema.optional(),
  tip: idSchema.optional(),
})
export type FormField = z.infer<typeof formFieldSchema>
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Fields and one button. `samples` are the inputs that exploration and "show me" use. */
export const formSchema = strict({
  ...blockBase,
  send: eventNameSchema,
  submit: textSchema.optional(),
  fields: z.array(formFieldSchema).min(1).max(30),
  samples: z.array(z.record(fieldNameSchema, scalarSchema)).max(20).optional(),
  needs: needsSchema,
})
export type FormBlock = z.infer<typeof formSchema>
