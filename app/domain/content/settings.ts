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
