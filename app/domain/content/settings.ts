import { z } from 'zod'

import { LOCALES } from '../text'
import { currencySchema } from './currency'

const timeZone = z.string().refine(isTimeZone, 'Write an IANA time zone, e.g. Europe/Madrid')

/** `https://shop.example.com`, or `https://*.example.com` for every host below it. */
const embedHost = z
  .string()
  .max(253)
  .regex(
    /^https:\/\/(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/,
    'Write a host as https://www.example.com or https://*.example.com, in small letters, without a path; one with letters beyond a to z as https://xn--…',
  )
  .refine((host) => isPort(/:(\d+)$/.exec(host)?.[1] ?? '443'), 'Write a port from 1 to 65535')

/** Shown in titles, headers and the subjects of mail. */
const siteName = z
  .string()
  .max(60)
  .refine((name) => name.trim() !== '', 'Write the name of your center')
  .refine((name) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name), 'Write one line, without invisible characters')

/** `203.0.113.0/24` or `2001:db8::/32`; a single address ends in `/32` or `/128`. */
const network = z.union([z.cidrv4(), z.cidrv6()], {
  error: 'Write a network as 203.0.113.0/24 or 2001:db8::/32',
})

/** Networks whose trials get a signal. */
const networksSchema = z.strictObject({
  /** The company's own networks: their trials are internal. */
  internal: z.array(network).max(200).default([]),
  /** Networks of data centers: a weak signal. */
  datacenter: z.array(network).max(2000).default([]),
})
export type Networks = z.infer<typeof networksSchema>

const rate = z
  .number('Write a rate as a number, e.g. 1.08')
  .positive('Write a rate above 0')
  .min(1e-9, 'Write a rate of at least 0.000000001')
  .max(1e9, 'Write a rate of at most 1000000000')

/** By currency, how many of the workspace's currency one unit is worth. */
const ratesSchema = z.record(z.string(), rate).superRefine((rates, check) => {
  for (const code of Object.keys(rates)) {
    for (const { message } of currencySchema.safeParse(code).error?.issues ?? []) {
      check.addIssue({ code: 'custom', path: [code], message, input: rates })
    }
  }
})

/** For how many months traces and trials are kept. A trace is purged no later than its trial. */
export const retentionSchema = z
  .strictObject({
    traces: z.number().int().min(1).max(120),
    trials: z.number().int().min(1).max(120),
  })
  .refine(({ traces, trials }) => traces <= trials, {
    message: 'Traces cannot be kept longer than their trials',
    path: ['traces'],
  })
export type Retention = z.infer<typeof retentionSchema>

/** The retention of settings that have none. */
export const DEFAULT_RETENTION: Retention = { traces: 13, trials: 25 }
export const NO_NETWORKS: Networks = { internal: [], datacenter: [] }

/** What a visitor is asked before anything is remembered beyond the session. */
const CONSENT_MODES = ['ask', 'notice', 'none'] as const

/** `ann@partner.example`, or `@partner.example` for every address there. */
const mailAddress = z
  .string()
  .max(254)
  .regex(
    /^([^\s@]+)?@[a-z0-9.-]+\.[a-z]{2,}$/i,
    'Write an address as ann@example.com, or @example.com for all of a domain',
  )

/** To whom boards may be mailed besides staff. */
const boardSettings = z.strictObject({ mailTo: z.array(mailAddress).max(100) })

/** Whether somebody else must approve what a person changed, before it goes live. */
const reviewSettings = z.strictObject({ fourEyes: z.boolean() })

/** The one settings document of a deployment. */
export const settingsSchema = z
  .strictObject({
    format: z.literal('foyer-settings/1'),
    name: siteName,
    locales: z
      .array(z.enum(LOCALES))
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'A language is named twice'),
    timeZone,
    currency: currencySchema,
    rates: ratesSchema.optional(),
    conversionWindowDays: z.number().int().min(1).max(365),
    consent: z.enum(CONSENT_MODES),
    embedHosts: z.array(embedHost).max(50),
    /** Whether browsers may keep the page of a trial, so that it reloads without a network; true when absent. */
    offline: z.boolean().optional(),
    retention: retentionSchema.optional(),
    networks: networksSchema.optional(),
    boards: boardSettings.optional(),
    review: reviewSettings.optional(),
    /** The address that is notified of each new ask. */
    asks: z.strictObject({ notify: z.email('Write an address as sales@example.com').max(254) }).optional(),
  })
  .superRefine(({ currency, rates = {} }, check) => {
    const own = rates[currency]
    if (own === undefined || own === 1) return
    const message = `${currency} is the currency of the center: one is worth one. Leave it out`
    check.addIssue({ code: 'custom', path: ['rates', currency], message, input: rates })
  })
export type Settings = z.infer<typeof settingsSchema>

function isPort(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 65_535
}

export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return !/^[+-]/.test(value)
  } catch {
    return false
  }
}
