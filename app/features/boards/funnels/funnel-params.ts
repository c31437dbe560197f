import { z } from 'zod'
import type { DateRange } from '~/domain/insight/date-range'
import { FUNNEL_LISTS } from '~/domain/insight/funnel/funnel-question'
import type { FunnelBreakdown, FunnelEventRule, FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { FUNNEL_ORDERS, FUNNEL_UNITS } from '~/domain/insight/funnel/funnel-query'
import { boardParams, boardQuerySchema } from '../filter/board-query'
import type { StepEvent, StepField } from './funnel-fields'
import {
  EVENT_NAMES,
  fieldsOf,
  GROUPS,
  MOST_EXCLUSIONS,
  MOST_STEPS,
  STEP_FIELDS,
  WINDOW_NAMES,
  WINDOWS,
} from './funnel-fields'

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const value = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}]*$/u)

const numbered = (prefix: string, most: number) =>
  Array.from({ length: most }, (_, index) => `${prefix}${index + 1}`)

/** The names under which rules stand in the address: `step1`, and `step1.plan` for what narrows it. */
export const STEP_NAMES = numbered('step', MOST_STEPS)
export const EXCLUSION_NAMES = numbered('not', MOST_EXCLUSIONS)
const RULE_NAMES = [...STEP_NAMES, ...EXCLUSION_NAMES]

const event = optional(z.enum(EVENT_NAMES))
const ruleShape: Record<string, typeof event> = Object.fromEntries(RULE_NAMES.map((name) => [name, event]))
const narrowed = optional(value)
const narrowedShape: Record<string, typeof narrowed> = Object.fromEntries(
  RULE_NAMES.flatMap((name) => STEP_FIELDS.map((field) => [`${name}.${field}`, narrowed])),
)

const ownShape = {
  per: optional(z.enum(FUNNEL_UNITS)),
  order: optional(z.enum(FUNNEL_ORDERS)),
  window: optional(z.enum(WINDOW_NAMES)),
  group: optional(z.enum(GROUPS)),
  /** The step at which the value is taken; absent: the first one that the unit has. */
  groupAt: optional(z.coerce.number().int().min(1).max(MOST_STEPS)),
  /** The saved funnel that this one began as, and the version of it that was opened. */
  saved: optional(z.uuid()),
  seen: optional(z.coerce.number().int().min(1).max(1_000_000)),
}

const rulesSchema = z.object({ ...ruleShape, ...narrowedShape })

/** A funnel in the address: its rules beside the filter of every board. */
export const funnelParamsSchema = boardQuerySchema.extend(ownShape)

/** With the list that a number opens. */
export const funnelListSchema = funnelParamsSchema.extend({
  list: optional(z.enum(FUNNEL_LISTS)),
  at: optional(z.coerce.number().int().min(1).max(MOST_STEPS)),
  page: optional(z.coerce.number().int().min(1).max(100_000)),
})

export type FunnelParams = z.output<typeof funnelParamsSchema>

/** One rule as it is chosen. */
export interface ChosenRule {
  event: StepEvent
  values: Partial<Record<StepField, string>>
}

export interface ChosenRules {
  steps: ChosenRule[]
  exclusions: ChosenRule[]
}

/** What a new funnel begins with. */
const FIRST: ChosenRule[] = (['trial', 'finish', 'asked', 'conversion'] as const).map((one) => ({
  event: one,
  values: {},
}))

/** Reads the rules; what is wrong in them is left out. */
export function readRules(parameters: Record<string, unknown>): ChosenRules {
  const known = rulesSchema.partial()
  const right = Object.entries(parameters).filter(
    ([name, one]) => name in known.shape && known.safeParse({ [name]: one }).success && one !== '',
  )
  const given = Object.fromEntries(right) as Record<string, string>
  const read = (names: readonly string[]) =>
    names.flatMap((name) => {
      const kind = EVENT_NAMES.find((one) => one === given[name])
      return kind ? [{ event: kind, values: valuesOf(given, name, kind) }] : []
    })
  const steps = read(STEP_NAMES)
  return { steps: steps.length > 0 ? steps : FIRST, exclusions: read(EXCLUSION_NAMES) }
}

function valuesOf(given: Record<string, string>, name: string, kind: StepEvent): ChosenRule['values'] {
  const own = fieldsOf(kind).map((field) => [field, given[`${name}.${field}`]] as const)
  return Object.fromEntries(own.filter(([, one]) => one !== undefined))
}

/** The parameters of an address that say the same. */
export function funnelParams(query: FunnelParams, rules: ChosenRules): Record<string, string | undefined> {
  const { per, order, window, group, groupAt, saved, seen } = query
  const { unit: _unit, goal: _goal, ...filter } = boardParams(query)
  const terms = { per, order, window, group, groupAt: groupAt?.toString(), saved, seen: seen?.toString() }
  const named = [
    ...rules.steps.map((rule, index) => [STEP_NAMES[index] ?? '', rule] as const),
    ...rules.exclusions.map((rule, index) => [EXCLUSION_NAMES[index] ?? '', rule] as const),
  ]
  return { ...filter, ...terms, ...ruleParams(named) }
}

const ruleParams = (named: readonly (readonly [string, ChosenRule])[]): Record<string, string | undefined> =>
  Object.fromEntries(
    named.flatMap(([name, { event: kind, values }]) => [
      [name, kind],
      ...Object.entries(values).map(([field, one]) => [`${name}.${field}`, one]),
    ]),
  )

interface Asked {
  query: FunnelParams
  rules: ChosenRules
  range: Pick<DateRange, 'from' | 'until'>
}

/** The funnel that is asked for. Its range bounds step 1. */
export function funnelQueryOf({ query, rules, range }: Asked): FunnelQuery {
  return {
    steps: rules.steps.map(ruleOf),
    exclusions: rules.exclusions.map(ruleOf),
    order: query.order ?? 'ordered',
    unit: query.per ?? 'visitor',
    windowSeconds: WINDOWS[query.window ?? '30d'],
    breakdown: breakdownOf(query, rules.steps.length),
    fromMs: range.from?.getTime() ?? null,
    toMs: range.until ? range.until.getTime() - 1 : null,
  }
}

function breakdownOf({ group, groupAt }: FunnelParams, steps: number): FunnelBreakdown | null {
  if (group === undefined) return null
  if (groupAt === undefined) return { by: 'first-touch', prop: group }
  return { by: 'step', step: Math.min(groupAt, steps), prop: group }
}

function ruleOf({ event: name, values }: ChosenRule): FunnelEventRule {
  const where: FunnelEventRule['where'] = {}
  for (const [field, one] of Object.entries(values)) {
    if (field === 'state' || field === 'task') Object.assign(where, placeOf(field, one))
    else where[field] = field === 'stars' ? Number(one) : one
  }
  return { event: name, where }
}

/** Demos have no slash in their names. */
function placeOf(field: 'state' | 'task', text: string): FunnelEventRule['where'] {
  const mark = text.indexOf('/')
  return mark === -1 ? { [field]: text } : { demo: text.slice(0, mark), [field]: text.slice(mark + 1) }
}
