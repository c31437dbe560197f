import { z } from 'zod'
import { readInstant } from '~/domain/day'
import { instantSchema } from '~/domain/instant-schema'
import { GOALS } from '~/domain/insight/conversion-terms'
import { contactSchema, ownIdSchema, storableLine, storableText } from '~/domain/ask-contact'

const line = storableLine

/** What a browser can ask for. A purchase is told by a system or a person with a key: nobody buys by saying so. */
export const ASKED_GOALS = ['sign-up', 'quote'] as const

/** What a visitor's own browser says. `id` is made by the client, so that sending it twice asks once. */
export const conversionSchema = z.strictObject({
  id: ownIdSchema,
  goal: z.enum(ASKED_GOALS, {
    error: 'A browser tells a quote or a sign-up. A purchase is told with an API key or by a file.',
  }),
  contact: contactSchema.optional(),
  /** The plan that they look at. */
  plan: line(60).optional(),
  /** The trial that they come from; left out: the one begun last. */
  trial: z.uuid().optional(),
})
export type ConversionRequest = z.input<typeof conversionSchema>
export type OwnConversion = z.output<typeof conversionSchema>

/** A moment with its offset: a time without one means another instant in every place. */
const instant = z.iso
  .datetime({ offset: true, error: 'Write a moment as 2026-11-22T09:30:00Z, with its offset.' })
  .refine((text) => readInstant(text) !== null, 'Write a moment of the years 1 to 9999.')
  .meta({
    description: 'A moment with its offset, as 2026-11-22T09:30:00Z.',
    example: '2026-11-22T09:30:00Z',
  })

export const externalIdSchema = line(200)
  .min(1)
  .meta({ description: 'Its name in your system. Sending it again corrects what was sent before.' })

/** Most decimals of an amount. */
const MONEY_DECIMALS = 4
const isAmount = (value: number): boolean => Number(value.toFixed(MONEY_DECIMALS)) === value

const amount = z
  .number()
  .min(0)
  .max(1e12)
  .refine(isAmount, `Send at most ${MONEY_DECIMALS} decimals.`)
  .meta({ description: 'What it is worth, in `currency`.', example: 1200.5 })

const KNOWN_CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

const currency = z
  .string()
  .refine((code) => KNOWN_CURRENCIES.has(code), 'Write a currency as its three capitals, e.g. EUR.')
  .meta({ description: 'The currency of `value`, as its ISO 4217 code.', example: 'EUR' })

/** By what the visitor is looked for, in this order: the first that finds somebody decides. */
export const HANDLES = ['trial', 'resumeLink', 'visitor', 'emailHash'] as const

/** One conversion as another system tells it. */
export const reportSchema = z
  .strictObject({
    goal: z.enum(GOALS),
    at: instant.optional().meta({ description: 'When it happened. Left out: now.' }),
    externalId: externalIdSchema.optional(),
    updatedAt: instant
      .optional()
      .meta({ description: 'How new your data is. What is older than what is kept corrects nothing.' }),
    value: amount.optional(),
    currency: currency.optional(),
    trial: z.uuid().optional().meta({ description: 'The id of a trial: the conversion is credited to it.' }),
    resumeLink: storableText(500)
      .optional()
      .meta({ description: 'A personal link to go on with a trial, or its token.' }),
    visitor: z.uuid().optional().meta({ description: 'The id of a visitor.' }),
    emailHash: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'Send the SHA-256 of the address in small letters, in hexadecimal.')
      .toLowerCase()
      .optional()
      .meta({
        description:
          'SHA-256, in hexadecimal, of the e-mail address: trimmed, in small letters and composed (NFC), with its domain in ASCII (Punycode).',
      }),
  })
  .refine((report) => HANDLES.some((handle) => report[handle] !== undefined), {
    message: `Say whose it is, by ${HANDLES.join(', ')}.`,
  })
  .refine(({ value, currency: code }) => (value === undefined) === (code === undefined), {
    path: ['currency'],
    message: 'Send a value and its currency together.',
  })
  .meta({ id: 'ConversionReport' })
export type Report = z.output<typeof reportSchema>

/** Conversions of one request. */
export const MOST_REPORTS = 500

export const WITHDRAW_REASON_LENGTH = 300
export const withdrawReasonSchema = line(WITHDRAW_REASON_LENGTH)
const reason = withdrawReasonSchema.default('')

export const withdrawSchema = z.union([
  z.strictObject({ id: z.uuid(), reason }),
  z.strictObject({ externalId: externalIdSchema, reason }),
])

export const matchSchema = z.strictObject({ id: z.uuid(), trial: z.uuid() })

export const CONVERSION_FILTERS = [
  ...(['all', 'asked', 'ambiguous', 'unmatched'] as const),
  ...(['late', 'corrected', 'withdrawn'] as const),
] as const
export type ConversionFilter = (typeof CONVERSION_FILTERS)[number]

export const conversionListSchema = z.strictObject({
  filter: z.enum(CONVERSION_FILTERS).default('all'),
  before: z.strictObject({ at: instantSchema, id: z.uuid() }).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

export const idempotencyKeySchema = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x20-\x7E]+$/, 'An Idempotency-Key has 1 to 255 printable ASCII characters.')

/** The query of the list in the API: `at` and `id` are those of `next` in the answer before. */
export const conversionQuerySchema = z.strictObject({
  filter: z.enum(CONVERSION_FILTERS).optional(),
  at: instant.optional(),
  id: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
