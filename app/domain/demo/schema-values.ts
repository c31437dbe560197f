import { z } from 'zod'
import { strict } from './strict'
import { isForbiddenKey, type Json } from './json'

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

/** Names of events: `SAVE_ORDER`. */
export const eventNameSchema = z
  .string()
  .max(60)
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'Write an event in capitals and underscores, e.g. SAVE_ORDER')

/** Keys of the world, of events and of form fields; what CEL can reach with a dot: `unitPrice`. */
export const fieldNameSchema = z
  .string()
  .max(60)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'Write a name of letters, digits and underscores, e.g. unitPrice')
  .refine(allowed, RESERVED_NAME)

/** A CEL expression; its syntax and types are checked apart, with better messages than a schema could give. */
export const celSchema = z.string().min(1, 'Write a CEL expression, e.g. world.orders').max(2000)

/** `world.orders` or `world.settings.vat`. */
export const worldPathSchema = z
  .string()
  .max(200)
  .regex(/^world(\.[A-Za-z_][A-Za-z0-9_]*)+$/, 'Write a path that begins with world., e.g. world.orders')
  .refine((path) => path.split('.').every(allowed), RESERVED_NAME)

const sentence = z.string().min(1).max(4000).optional()

/** A text in one or more languages. */
export const textSchema = strict({ en: sentence, zh: sentence, es: sentence }).refine(
  (text) => Object.values(text).some((value) => value !== undefined),
  'Write the text in at least one language',
)

/** Longest and deepest plain JSON that a document may carry is bounded by the source limit; keys are checked here. */
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

export const scalarSchema = z.union([z.null(), z.boolean(), z.number(), z.string().max(2000)])

export const VALUE_FORMATS = ['text', 'number', 'money', 'date', 'datetime', 'percent', 'status'] as const
export const formatSchema = z.enum(VALUE_FORMATS)
export type ValueFormat = z.infer<typeof formatSchema>

export const TONES = ['neutral', 'info', 'success', 'warning', 'danger'] as const
export const toneSchema = z.enum(TONES)
export type Tone = z.infer<typeof toneSchema>

/** What a screen shows in one place: a text (with `{name}` filled from `values`) or the value of an expression. */
const valueShape = {
  text: textSchema.optional(),
  values: z.record(fieldNameSchema, celSchema).optional(),
  value: celSchema.optional(),
  format: formatSchema.optional(),
}

const oneOfTextAndValue = (shown: { text?: unknown; value?: unknown }) =>
  (shown.text === undefined) !== (shown.value === undefined)
const ONE_OF = 'Give either text (a text in each language) or value (a CEL expression), not both'

export const shownSchema = strict(valueShape).refine(oneOfTextAndValue, ONE_OF)
export type Shown = z.infer<typeof shownSchema>

/** A labelled thing on a screen: a column, a fact, a total. */
export const labelledSchema = strict({
  label: textSchema,
  ...valueShape,
  align: z.enum(['start', 'end']).optional(),
  strong: z.boolean().optional(),
}).refine(oneOfTextAndValue, ONE_OF)
export type Labelled = z.infer<typeof labelledSchema>

/** An action on every row of a list: it sends `{ id: row.id }`. */
export const rowActionSchema = strict({
  label: textSchema,
  send: eventNameSchema,
  if: celSchema.optional(),
  tip: idSchema.optional(),
  needs: fieldNameSchema.optional(),
})
export type RowAction = z.infer<typeof rowActionSchema>

/** What every block may carry. */
export const blockBase = {
  if: celSchema.optional(),
  title: textSchema.optional(),
  tip: idSchema.optional(),
}

/** The entitlement that a control needs: on a plan without it the control is visible and explained, and sends nothing. */
export const needsSchema = fieldNameSchema.optional()
