import { z } from 'zod'

import { LOCALES } from '../text'

const timeZone = z.string().refine(isTimeZone, 'Write an IANA time zone, e.g. Europe/Madrid')

/** `https://shop.example.com`, or `https://*.example.com` for every host below it. */
const embedHost = z
  .string()
  .max(253)
  .regex(
    /^https:\/\/(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/,
    'Write a host as https://www.example.com or https://*.example.com, without a path',
  )

/** `203.0.113.0/24` or `2001:db8::/32`; a single address ends in `/32` or `/128`. */
const network = z.union([z.cidrv4(), z.cidrv6()], {
  error: 'Write a network as 203.0.113.0/24 or 2001:db8::/32',
})

/** Networks by which trials are judged. */
const networksSchema = z.strictObject({
  /** The company's own: trials from there are internal. */
  internal: z.array(network).max(200).default([]),
  /** Of data centers: one weak signal that nobody sits there. */
  datacenter: z.array(network).max(2000).default([]),
})
export type Networks = z.infer<typeof networksSchema>

/** For how many months things are kept. What a trial did is let go before what it came to. */
const retentionSchema = z
  .strictObject({
    traces: z.number().int().min(1).max(120),
    trials: z.number().int().min(1).max(120),
  })
  .refine(({ traces, trials }) => traces <= trials, {
    message: 'Traces cannot be kept longer than their trials',
    path: ['traces'],
  })
export type Retention = z.infer<typeof retentionSchema>

/** What holds where the settings say nothing. */
export const DEFAULT_RETENTION: Retention = { traces: 13, trials: 25 }
export const NO_NETWORKS: Networks = { internal: [], datacenter: [] }

/** What a visitor is asked before anything is remembered beyond the session. */
export const CONSENT_MODES = ['ask', 'notice', 'none'] as const

/** The one settings document of a deployment. */
export const settingsSchema = z.strictObject({
  format: z.literal('foyer-settings/1'),
  name: z.string().min(1).max(60),
  locales: z
    .array(z.enum(LOCALES))
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'A language is named twice'),
  timeZone,
  currency: z.string().regex(/^[A-Z]{3}$/, 'Write a currency as three capitals, e.g. EUR'),
  conversionWindowDays: z.number().int().min(1).max(365),
  consent: z.enum(CONSENT_MODES),
  embedHosts: z.array(embedHost).max(50),
  retention: retentionSchema.optional(),
  networks: networksSchema.optional(),
  /** Who is told by mail of each new ask. */
  asks: z.strictObject({ notify: z.email('Write an address as sales@example.com').max(254) }).optional(),
})
export type Settings = z.infer<typeof settingsSchema>

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return !/^[+-]/.test(value)
  } catch {
    return false
  }
}
