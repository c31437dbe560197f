import { z } from 'zod'
import { isStorableText } from '~/domain/json'
import { CLICK_IDS, cutText, wholeClickId, wholeShare } from '~/domain/trial/landing'
import { REMARK_KINDS, REMARK_TEXT_LIMIT } from '~/domain/trial/remark'
import { LOCALES } from '~/domain/text'
import { DEVICES } from '~/domain/trial/device'
import { TRIAL_ENTRIES } from '~/domain/trial/entry'

const UNSTORABLE = 'This text contains characters that cannot be kept.'

const storable = (most: number) => z.string().max(most).refine(isStorableText, UNSTORABLE)

const line = (most: number) => storable(most).trim()

const name = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** From a URL that anybody can write: cleaned, shortened or dropped, since no trial should fail because of it. */
const hearsay = z
  .string()
  .max(8000)
  .transform((text) => clean(text).trim())

const clean = (text: string): string => text.replace(/\p{Cc}|\p{Surrogate}/gu, '')

const hearsayText = hearsay.transform(cutText)

export const touchSchema = z.strictObject({
  source: hearsayText.optional(),
  medium: hearsayText.optional(),
  campaign: hearsayText.optional(),
  term: hearsayText.optional(),
  content: hearsayText.optional(),
  referrer: z.string().max(8000).optional(),
  clickName: z.enum(CLICK_IDS).optional(),
  clickId: hearsay.transform(wholeClickId).optional(),
  share: hearsay.transform(wholeShare).optional(),
  embedHost: z.string().max(8000).optional(),
})

/** The input to start a trial. */
export const startTrialSchema = z.strictObject({
  demo: name,
  plan: name,
  role: name.optional(),
  locale: z.enum(LOCALES).optional(),
  device: z.enum(DEVICES).optional(),
  touch: touchSchema.optional(),
  restartedFrom: z.uuid().optional(),
  entry: z.enum(TRIAL_ENTRIES).default('start'),
  /** A trial of the visitor whose steps are carried over: the new one takes its seed, so that rows have the same ids. */
  carries: z.uuid().optional(),
  simulated: z.boolean().optional(),
})

export const ratingSchema = z.strictObject({
  stars: z.coerce.number().int().min(1).max(5),
  comment: line(1000).default(''),
})

/** A remark at one moment of a trial: its state, the last event before it and the time of the trial in milliseconds. */
export const remarkSchema = z.strictObject({
  kind: z.enum(REMARK_KINDS),
  text: line(REMARK_TEXT_LIMIT).default(''),
  state: z.string().min(1).max(200),
  seq: z.number().int().min(0).max(1_000_000),
  at: z.number().int().min(0).max(1e12),
})
