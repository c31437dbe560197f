import { z } from 'zod'
import { strict } from './strict'
import { isForbiddenKey, type Json } from '~/domain/json'

const allowed = (key: string) => !isForbiddenKey(key)
const RESERVED_NAME = 'This name is reserved by JavaScript: choose another'

/** Ids of states, screens, roles, tips, tasks…: `order-form`. */
export const idSchema = z
  .string()
  .max(60)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Write an id in small letters, digits and single hyphens, e.g. order-form',
  )
  .refine(allowed, RESERVED_NAME)
  .meta({ title: 'id', description: 'Small letters, digits and single hyphens: order-form' })

/** Names of events: `SAVE_ORDER`. */
export const eventNameSchema = z
  .string()
  .max(60)
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'Write an event in capitals and underscores, e.g. SAVE_ORDER')
  .meta({ title: 'event', description: 'The event that is sent: SAVE_ORDER' })

/** Keys of the world, of events and of form fields, usable in CEL after a dot: `unitPrice`. */
export const fieldNameSchema = z
  .string()
  .max(60)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'Write a name of letters, digits and underscores, e.g. unitPrice')
  .refine(allowed, RESERVED_NAME)
  .meta({ title: 'name', description: 'Letters, digits and underscores: unitPrice' })

/** A CEL expression; its syntax and types are checked separately, with better messages than a schema could give. */
export const celSchema = z
  .string('write a CEL expression as a text, e.g. "true" or world.orders')
  .min(1, 'Write a CEL expression, e.g. world.orders')
  .max(2000)
  .meta({ title: 'expression', description: 'A CEL expression: world.orders.size() > 0' })

/** `world.orders` or `world.settings.vat`. */
export const worldPathSchema = z
  .string()
  .max(200)
  .regex(/^world(\.[A-Za-z_][A-Za-z0-9_]*)+$/, 'Write a path that begins with world., e.g. world.orders')
  .refine((path) => path.split('.').every(allowed), RESERVED_NAME)

const sentence = z.string().min(1).max(4000).optional()

/** A text in one or more languages. */
export const textSchema = strict(
  { en: sentence, zh: sentence, es: sentence },
  'write the text by its language, e.g. { en: Orders }',
)
  .refine(
    (text) => Object.values(text).some((value) => value !== undefined),
    'Write the text in at least one language',
  )
  .meta({ title: 'text', description: 'A text in each language: { en, zh, es }', minProperties: 1 })

/** The source limit bounds the length and depth of plain JSON in a document; keys are checked here. */
export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(jsonSchema),
    z.record(z.string().refine(allowed, RESERVED_NAME), jsonSchema),
  ]),
)

export const scalarSchema = z
  .union([z.null(), z.boolean(), z.number(), z.string().max(2000)])
  .meta({ title: 'value', description: 'A text, a number, true, false or null' })

const VALUE_FORMATS = ['text', 'number', 'money', 'date', 'datetime', 'percent', 'status'] as const
export const formatSchema = z
  .enum(VALUE_FORMATS)
  .meta({ title: 'format', description: `How the value reads: ${VALUE_FORMATS.join(', ')}` })
export type ValueFormat = z.infer<typeof formatSchema>

const TONES = ['neutral', 'info', 'success', 'warning', 'danger'] as const
export const toneSchema = z.enum(TONES).meta({ title: 'tone', description: `One of ${TONES.join(', ')}` })
export type Tone = z.infer<typeof toneSchema>

export function isTone(value: unknown): value is Tone {
  return (TONES as readonly unknown[]).includes(value)
}

/** A tone, or an expression that gives one. */
export const toneBySchema = z
  .union([toneSchema, celSchema])
  .meta({ title: 'tone or expression', description: `One of ${TONES.join(', ')}, or what gives one` })

/** The value of one `{name}` of a text: an expression, or one with the format in which it is shown. */
const fillingSchema = z.union([celSchema, strict({ value: celSchema, format: formatSchema })])

/** The value of each `{name}` of a text. */
export const fillingsSchema = z.record(fieldNameSchema, fillingSchema).meta({
  title: 'fillings',
  description: 'What fills each {name} of the text: an expression, or { value, format }',
})
export type Fillings = z.infer<typeof fillingsSchema>

/** What a screen shows in one place: a text (with `{name}` filled from `values`) or the value of an expression. */
const valueShape = {
  text: textSchema.optional().describe('What stands there, in each language'),
  values: fillingsSchema.optional(),
  value: celSchema.optional().describe('Gives what stands there, instead of text'),
  format: formatSchema.optional(),
}

const oneOfTextAndValue = (shown: { text?: unknown; value?: unknown }) =>
  (shown.text === undefined) !== (shown.value === undefined)
const ONE_OF = 'Give either text (a text in each language) or value (a CEL expression), not both'

export const shownSchema = strict(valueShape)
  .refine(oneOfTextAndValue, ONE_OF)
  .meta({ title: 'shown', description: 'Either { text, values } or { value, format }' })
export type Shown = z.infer<typeof shownSchema>

/** A labelled thing on a screen: a column, a fact, a total. */
export const labelledSchema = strict({
  label: textSchema.describe('What it is called'),
  ...valueShape,
  align: z
    .enum(['start', 'end'])
    .optional()
    .describe('Side of its column; figures stand at the end by themselves'),
  strong: z.boolean().optional().describe('Stands out from the others'),
}).refine(oneOfTextAndValue, ONE_OF)
export type Labelled = z.infer<typeof labelledSchema>

/** An action on every row of a list: it sends `{ id: row.id }`. */
export const rowActionSchema = strict({
  label: textSchema.describe('What is written on it'),
  send: eventNameSchema.describe('Sent with { id: row.id }'),
  if: celSchema.optional().describe('Which rows have it'),
  tip: idSchema.optional().describe('Help beside it, one of tips'),
  needs: fieldNameSchema.optional().describe('The entitlement without which it is locked'),
})
export type RowAction = z.infer<typeof rowActionSchema>

/** What every block may carry. */
export const blockBase = {
  if: celSchema.optional().describe('The block is there only while this holds'),
  title: textSchema.optional().describe('Heading of the block'),
  tip: idSchema.optional().describe('Help beside the heading, one of tips'),
}

/** The entitlement that a control needs: on a plan without it the control is visible and explained, and sends nothing. */
export const needsSchema = fieldNameSchema.optional().describe('The entitlement without which it is locked')
