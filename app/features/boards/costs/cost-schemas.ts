import { z } from 'zod'
import { readAmount } from '~/domain/csv/read-amount'
import { currencySchema } from '~/domain/content/currency'
import { DAY_MS, isDay, readDay } from '~/domain/day'
import { KNOWN_CHANNELS } from '~/domain/trial/channels'
import { optional } from '../filter/board-query'

export const COST_NAME_LENGTH = 120
export const REFERENCE_LENGTH = 80
const MOST_VALUE = 1e12
/** Ten years: a longer period is a slip of the pen. */
const MOST_DAYS = 3653

/** Every message is a code. The locale files have a text for each. */
const name = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, 'characters')
    .default('')

const day = z.string({ error: 'day' }).regex(/^20/, 'day').refine(isDay, 'day')

const fields = z.object({
  channel: z.enum(KNOWN_CHANNELS, { error: 'channel' }),
  source: name(COST_NAME_LENGTH),
  campaign: name(COST_NAME_LENGTH),
  firstDay: day,
  lastDay: day,
  value: z.number({ error: 'amount' }).min(0, 'amount').max(MOST_VALUE, 'amount'),
  currency: z
    .string({ error: 'currency' })
    .trim()
    .toUpperCase()
    .refine((code) => currencySchema.safeParse(code).success, 'currency'),
  reference: name(REFERENCE_LENGTH),
})

interface Facts {
  source: string
  campaign: string
  firstDay: string
  lastDay: string
}

/** What holds of several fields together. */
function checkFacts({ source, campaign, firstDay, lastDay }: Facts, context: z.RefinementCtx): void {
  const add = (path: keyof Facts, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (campaign !== '' && source === '') add('source', 'source-of-campaign')
  const [first, last] = [readDay(firstDay), readDay(lastDay)]
  if (first === null || last === null) return
  const days = (last - first) / DAY_MS + 1
  if (days < 1) add('lastDay', 'order')
  if (days > MOST_DAYS) add('lastDay', 'long')
}

/** What a person says of a cost. */
export const costSchema = fields.superRefine(checkFacts)
export type CostInput = z.output<typeof costSchema>

const seen = { id: z.uuid(), version: z.coerce.number().int().min(1) }

/** A cost as it was seen, so that nobody overwrites what another did meanwhile. */
export const seenCostSchema = z.object(seen)

export const changeCostSchema = fields.extend(seen).superRefine(checkFacts)

const typedAmount = z.string({ error: 'amount' }).transform((text, context) => {
  const amount = readAmount(text, null)
  if (typeof amount === 'number') return amount
  context.addIssue({ code: 'custom', message: amount === null ? 'amount' : 'decimal-sign' })
  return z.NEVER
})

/** The same as a form sends it. */
export const costFields = fields.extend({ value: typedAmount })

/** Which costs a list shows: those of a row of the channels board, in its days. */
export const costListSchema = z.object({
  channel: optional(z.string().max(COST_NAME_LENGTH)),
  source: optional(z.string().max(COST_NAME_LENGTH)),
  campaign: optional(z.string().max(COST_NAME_LENGTH)),
  from: optional(day),
  to: optional(day),
  /** The cost that was just saved or removed, or is being changed. */
  saved: optional(z.uuid()),
  removed: optional(z.uuid()),
  edit: optional(z.uuid()),
})
export type CostListQuery = z.output<typeof costListSchema>
