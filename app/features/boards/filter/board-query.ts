import { DEVICES } from '~/domain/trial/device'
import { TRIAL_ENTRIES } from '~/domain/trial/entry'
import { z } from 'zod'
import type { BoardFilter } from '~/domain/insight/board-filter'
import {
  BEGINNINGS,
  OPTIONAL_DIMENSIONS,
  type OptionalDimension,
} from '~/domain/insight/breakdown/dimensions'
import { CONVERSION_UNITS, GOALS } from '~/domain/insight/conversion-terms'
import type { RangeChoice } from '~/domain/insight/date-range'
import { isDay } from '~/domain/day'
import { RANGE_PRESETS } from '~/domain/insight/date-range'
import type { TrialColumn } from '~/domain/insight/trial-column'
import { DEFAULT_COLUMNS, LIST_COLUMNS, parseColumns } from '~/domain/insight/trial-column'
import { parseTrialSet } from '~/domain/insight/trial-set'
import { LOCALES } from '~/domain/text'

/** Forms send untouched fields as empty texts. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

export const defaulted = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const name = z
  .string()
  .max(120)
  .regex(/^[^\p{Cc}]*$/u)
/** What a landing said of itself. */
const tag = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}]*$/u)
const day = z.string().regex(/^20/).refine(isDay)

const isDimension = (text: string): text is OptionalDimension =>
  OPTIONAL_DIMENSIONS.some((dimension) => dimension === text)

/** The dimensions of which trials have no value, as they stand in URLs: `source,account`. */
const without = z
  .string()
  .max(80)
  .refine((text) => text.split(',').every(isDimension))

export const VISITORS = ['new', 'returning'] as const

const SIMULATED_CHOICES = ['in', 'out'] as const

/** Whether simulated trials count. */
export type SimulatedChoice = (typeof SIMULATED_CHOICES)[number]

/** The filter in the URL of every board. Given days replace the preset. */
export const boardQuerySchema = z.object({
  range: defaulted(z.enum(RANGE_PRESETS).default('30d')),
  from: optional(day),
  to: optional(day),
  revision: optional(z.coerce.number().int().min(1).max(1_000_000)),
  plan: optional(name),
  role: optional(name),
  locale: optional(z.enum(LOCALES)),
  channel: optional(name),
  source: optional(tag),
  campaign: optional(tag),
  keyword: optional(tag),
  beginning: optional(z.enum(BEGINNINGS)),
  entry: optional(z.enum(TRIAL_ENTRIES)),
  without: optional(without),
  account: optional(z.uuid()),
  /** A saved segment: trials of visitors who are in it. */
  segment: optional(z.uuid()),
  device: optional(z.enum(DEVICES)),
  visitors: optional(z.enum(VISITORS)),
  flagged: defaulted(z.enum(['in', 'out']).default('out')),
  /** Absent: as `openView` resolves it. */
  simulated: optional(z.enum(SIMULATED_CHOICES)),
  /** The conversion parameters: the goal and the unit. */
  goal: optional(z.enum(GOALS)),
  unit: defaulted(z.enum(CONVERSION_UNITS).default('trial')),
  /** The watermark of the view, in milliseconds, which its links carry; absent: the present. */
  asOf: optional(z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)),
})

export type BoardQuery = z.infer<typeof boardQuerySchema>

/** A query whose every default is known, so that its links mean the same whenever they are opened. */
export type ResolvedQuery<Query = BoardQuery> = Query & { simulated: SimulatedChoice }

/** The query of a view, and the demo that it speaks of. */
export type ViewQuery = ResolvedQuery & { demo?: string | undefined }

/** The slug of a demo that a filter names. */
export const demoSlug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/)

export const SEARCH_LENGTH = 200

export const trialListSchema = boardQuerySchema.extend({
  demo: optional(demoSlug),
  set: defaulted(
    z
      .string()
      .max(4000)
      .regex(/^[^\p{Cc}]*$/u)
      .refine((text) => parseTrialSet(text) !== null)
      .default('started'),
  ),
  /** A trial that another one of the list is compared with. */
  compare: optional(z.uuid()),
  /** What a person wrote of the trials that are wanted. */
  search: optional(
    z
      .string()
      .trim()
      .min(1)
      .max(SEARCH_LENGTH)
      .regex(/^[^\p{Cc}\p{Surrogate}]*$/u),
  ),
  columns: optional(
    z
      .string()
      .max(300)
      .refine((text) => parseColumns(text) !== null),
  ),
  sort: defaulted(z.enum(LIST_COLUMNS).default('started')),
  direction: defaulted(z.enum(['asc', 'desc']).default('desc')),
  after: optional(z.uuid()),
  before: optional(z.uuid()),
})

export type TrialListQuery = z.infer<typeof trialListSchema>

/** The columns of a list. Who searches in what people wrote sees it. */
export function columnsOf({ columns, search }: Pick<TrialListQuery, 'columns' | 'search'>): TrialColumn[] {
  const chosen = [...(parseColumns(columns ?? '') ?? DEFAULT_COLUMNS)]
  const said = (['comment', 'notes'] as const).filter((column) => !chosen.includes(column))
  return search === undefined ? chosen : [...chosen.slice(0, 1), ...said, ...chosen.slice(1)]
}

export const replaySchema = z.object({
  trialId: z.uuid(),
  step: defaulted(z.coerce.number().int().min(0).max(1_000_000).default(0)),
})

/** The requested days. Reversed days are swapped; a single one is that day. */
export function rangeChoice({ range, from, to }: BoardQuery): RangeChoice {
  const days = [from, to].filter((one) => one !== undefined).sort()
  const [first] = days
  return first === undefined ? { preset: range } : { first, last: days[1] ?? first }
}

/** The filter of the domain that the query stands for, but for the segment, which `chosenSegment` reads. */
export function boardFilter(query: ViewQuery): BoardFilter {
  const { range: _range, from: _from, to: _to, flagged, simulated, ...rest } = query
  const { demo: slug, revision, plan, role, locale, channel, account, device, visitors } = rest
  const { source, campaign, keyword, beginning, entry, without: lacking } = rest
  return {
    source,
    campaign,
    keyword,
    beginning,
    entry,
    without: lacking?.split(',').filter(isDimension),
    demo: slug,
    revision,
    plan,
    role,
    locale,
    channel,
    account,
    device,
    visitors,
    flagged: flagged === 'in',
    simulated: simulated === 'in',
  }
}

/** The query as URL parameters, without fixed defaults. */
export function boardParams(query: BoardQuery): Record<string, string | undefined> {
  const { range, from, to, flagged, revision, unit, asOf, ...named } = boardQuerySchema.parse(query)
  return {
    range: range === '30d' || from || to ? undefined : range,
    from,
    to,
    revision: revision?.toString(),
    ...named,
    flagged: flagged === 'out' ? undefined : flagged,
    unit: unit === 'trial' ? undefined : unit,
    asOf: asOf?.toString(),
  }
}

/** The valid filter parameters of an address. */
export function readableQuery(parameters: Record<string, string>): BoardQuery {
  const part = boardQuerySchema.partial()
  const right = Object.entries(parameters).filter(
    ([name, value]) => part.safeParse({ [name]: value }).success,
  )
  return boardQuerySchema.parse(Object.fromEntries(right))
}

/** True when any part but the range and the two switches is set. */
export function isNarrowed(query: BoardQuery): boolean {
  const { revision, plan, role, locale, channel, account, device, visitors } = query
  const { source, campaign, keyword, beginning, entry, segment, without: lacking } = query
  const parts = [revision, plan, role, locale, channel, account, device, visitors, segment]
  return [...parts, source, campaign, keyword, beginning, entry, lacking].some((part) => part !== undefined)
}

/**
 * The parameters of a request as an object: the last of repeated names wins, like a checkbox after its hidden field.
 */
export function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams)
}

/** The path and query without empty form fields; null when there are none. */
export function withoutBlanks(url: string): string | null {
  const { pathname, searchParams } = new URL(url)
  const given = [...searchParams].filter(([, value]) => value !== '')
  if (given.length === searchParams.size) return null
  return given.length === 0 ? pathname : `${pathname}?${new URLSearchParams(given)}`
}
