import { z } from 'zod'
import { isTimeZone } from '~/domain/content/settings'
import { addDays, isDay, readInstant } from '~/domain/day'
import { startOfDay } from '../time-zone'

/** More steps or exclusions than these are no funnel that anybody reads. */
const MOST_RULES = 20
const LONGEST_WINDOW_SECONDS = 10 * 366 * 24 * 60 * 60

export const FUNNEL_ORDERS = ['ordered', 'strict', 'unordered'] as const
export const FUNNEL_UNITS = ['visitor', 'trial', 'account'] as const

export type FunnelOrder = (typeof FUNNEL_ORDERS)[number]
/** Whose events make one history. Trials and accounts are named by the properties `trial` and `account` of an event. */
export type FunnelUnit = (typeof FUNNEL_UNITS)[number]

const name = z.string().min(1).max(200)
const scalar = z.union(
  [z.string().max(2_000), z.number(), z.boolean()],
  'Write a text, a number, true or false',
)

/** Which events are meant: those of a name whose properties have exactly these values. */
const eventRule = z.strictObject({ event: name, where: z.record(name, scalar).default({}) })

const breakdown = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('first-touch'), prop: name }),
    z.strictObject({ by: z.literal('step'), step: z.int().min(1), prop: name }),
  ],
  'Write {"by": "first-touch", "prop": …} or {"by": "step", "step": 2, "prop": …}',
)

const moment = z
  .string()
  .refine(
    (text) => isDay(text) || readInstant(text) !== null,
    'Write a moment as 2026-11-22T09:30:00Z, with its offset, or a day as 2026-11-22',
  )

const writtenQuery = z
  .strictObject({
    steps: z.array(eventRule).min(1, 'Name at least one step').max(MOST_RULES),
    order: z.enum(FUNNEL_ORDERS),
    windowSeconds: z.number().min(0).max(LONGEST_WINDOW_SECONDS),
    exclusions: z.array(eventRule).max(MOST_RULES).default([]),
    breakdown: breakdown.nullish(),
    unit: z.enum(FUNNEL_UNITS).default('visitor'),
    timeZone: z.string().refine(isTimeZone, 'Write an IANA time zone, e.g. Europe/Madrid').default('UTC'),
    from: moment.nullish(),
    to: moment.nullish(),
  })
  .refine(({ breakdown: by, steps }) => by?.by !== 'step' || by.step <= steps.length, {
    path: ['breakdown', 'step'],
    message: 'There is no such step',
  })

/** A funnel as it is written, with its moments read: both ends of the range count as inside. */
export const funnelQuerySchema = writtenQuery
  .transform(({ from, to, timeZone, breakdown: by, ...rest }) => ({
    ...rest,
    breakdown: by ?? null,
    fromMs: from ? startOf(from, timeZone) : null,
    toMs: to ? endOf(to, timeZone) : null,
  }))
  .refine(({ fromMs, toMs }) => fromMs === null || toMs === null || fromMs <= toMs, {
    path: ['to'],
    message: 'It lies before “from”',
  })

export type FunnelQuery = z.output<typeof funnelQuerySchema>
export type FunnelEventRule = z.output<typeof eventRule>
export type FunnelBreakdown = z.output<typeof breakdown>

function startOf(text: string, timeZone: string): number {
  return readInstant(text) ?? startOfDay(text, timeZone).getTime()
}

function endOf(text: string, timeZone: string): number {
  return readInstant(text) ?? startOfDay(addDays(text, 1), timeZone).getTime() - 1
}
