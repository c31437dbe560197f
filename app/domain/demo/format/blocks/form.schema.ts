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

const FIELD_KINDS = ['text', 'longtext', 'number', 'money', 'date', 'select', 'checkbox'] as const

const optionSchema = strict({
  value: z.string().min(1).max(200).describe('What the event carries'),
  label: textSchema.describe('What the option reads'),
})

/** `min` and `max` bound the value of a number or money, and the length of a text. */
const formFieldSchema = strict({
  name: fieldNameSchema.describe('What the event calls it: event.qty'),
  kind: z.enum(FIELD_KINDS).describe('What is typed or chosen'),
  label: textSchema.describe('What the field is called'),
  required: z.boolean().optional().describe('Must be filled in'),
  min: z.number().optional().describe('Least number, or fewest characters'),
  max: z.number().optional().describe('Greatest number, or most characters'),
  whole: z.boolean().optional().describe('Of a number or money: no decimals'),
  step: z
    .number()
    .positive('step: write a number above 0')
    .optional()
    .describe('Of a number or money: it goes in steps of this, from min'),
  earliest: celSchema.optional().describe('Of a date: the first day it takes, e.g. world.order.date'),
  latest: celSchema.optional().describe('Of a date: the last day it takes'),
  pattern: z.string().min(1).max(200).optional().describe('Regular expression for the whole text'),
  options: z
    .union([celSchema, z.array(optionSchema).min(1).max(200)])
    .optional()
    .describe('Of a select: a list of the world, or options written here'),
  optionLabel: celSchema.optional().describe('What an option of the world reads; its name when absent'),
  value: celSchema.optional().describe('What the field opens with'),
  placeholder: textSchema.optional().describe('An example inside the empty field'),
  help: textSchema.optional().describe('A line below the field'),
  tip: idSchema.optional().describe('Help beside the label, one of tips'),
})
export type FormFieldSpec = z.infer<typeof formFieldSchema>
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Fields and one button. `samples` are the inputs that exploration and "show me" use. */
export const formSchema = strict({
  ...blockBase,
  send: eventNameSchema.describe('Sent with what the fields hold'),
  submit: textSchema.optional().describe('What is written on the button'),
  fields: z.array(formFieldSchema).min(1).max(30).describe('The fields in their order'),
  samples: z
    .array(z.record(fieldNameSchema, scalarSchema))
    .max(20)
    .optional()
    .describe('Inputs that the proof explores and “show me” fills in'),
  needs: needsSchema,
})
export type FormSpec = z.infer<typeof formSchema>
