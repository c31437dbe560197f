import { z } from 'zod'
import { LOCALES } from '../../text'
import { DEVICES } from '../../trial/device'
import { GOALS } from '../conversion-terms'

/** How deep groups may stand in one another, and how many conditions one rule may have. */
export const MOST_DEPTH = 4
const MOST_CONDITIONS = 24

const name = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
const count = z.number().int().min(1).max(10_000)

/** What a trial may have to be like: all of it must hold of one trial. */
const trialTraitsSchema = z.strictObject({
  demo: name.optional(),
  plan: name.optional(),
  role: name.optional(),
  locale: z.enum(LOCALES).optional(),
  device: z.enum(DEVICES).optional(),
  channel: name.optional(),
  source: name.optional(),
  campaign: name.optional(),
  ended: z.enum(['success', 'other', 'open']).optional(),
  /** It entered this state. */
  state: name.optional(),
  /** This task was done in it. */
  task: name.optional(),
  scoreAtLeast: z.number().int().min(0).max(100).optional(),
  starsAtLeast: z.number().int().min(1).max(5).optional(),
  stepsAtLeast: count.optional(),
  /** It began within the last days. */
  withinDays: count.optional(),
})
export type TrialTraits = z.infer<typeof trialTraitsSchema>

const goal = z.enum(GOALS).optional()

const conditionSchema = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('trials'), atLeast: count, like: trialTraitsSchema }),
  z.strictObject({ fact: z.literal('demos-finished'), atLeast: count }),
  z.strictObject({ fact: z.literal('returned') }),
  z.strictObject({ fact: z.literal('asked'), goal }),
  z.strictObject({ fact: z.literal('converted'), goal }),
  z.strictObject({ fact: z.literal('account-known') }),
  z.strictObject({ fact: z.literal('account-domain'), is: name.toLowerCase() }),
  z.strictObject({ fact: z.literal('account-people'), atLeast: count }),
])

/** One thing that is true of a visitor or not. */
export type SegmentCondition = z.infer<typeof conditionSchema>
export type SegmentFact = SegmentCondition['fact']
export const SEGMENT_FACTS = conditionSchema.options.map((option) => option.shape.fact.value)

export const GROUP_MATCHES = ['all', 'any', 'none'] as const

/** All, any or none of its rules hold. Of no rules all hold, and none. */
export interface SegmentGroup {
  match: (typeof GROUP_MATCHES)[number]
  rules: SegmentRule[]
}

export type SegmentRule = SegmentGroup | SegmentCondition

export const isGroup = (rule: SegmentRule): rule is SegmentGroup => 'match' in rule

const ruleSchema: z.ZodType<SegmentRule> = z.lazy(() =>
  z.union([
    z.strictObject({ match: z.enum(GROUP_MATCHES), rules: z.array(ruleSchema).max(MOST_CONDITIONS) }),
    conditionSchema,
  ]),
)

/** The conditions of a rule, in order. */
export function conditionsOf(rule: SegmentRule): SegmentCondition[] {
  return isGroup(rule) ? rule.rules.flatMap(conditionsOf) : [rule]
}

function depthOf(rule: SegmentRule): number {
  return isGroup(rule) ? 1 + Math.max(0, ...rule.rules.map(depthOf)) : 0
}

/** Parsing goes no deeper into a value than this, so that a hostile one costs little. */
function isShallow(value: unknown, left = MOST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null || !('rules' in value)) return true
  return left > 0 && Array.isArray(value.rules) && value.rules.every((one) => isShallow(one, left - 1))
}

/** The rule of a segment: a group, in which conditions and groups stand. */
export const segmentRuleSchema = z
  .unknown()
  .refine((value) => isShallow(value), { message: `Groups stand at most ${MOST_DEPTH} deep.`, abort: true })
  .pipe(ruleSchema)
  .transform((rule): SegmentGroup => (isGroup(rule) ? rule : { match: 'all', rules: [rule] }))
  .refine((rule) => depthOf(rule) <= MOST_DEPTH, { message: `Groups stand at most ${MOST_DEPTH} deep.` })
  .refine((rule) => conditionsOf(rule).length > 0, { message: 'A segment needs a condition.' })
  .refine((rule) => conditionsOf(rule).length <= MOST_CONDITIONS, {
    message: `A segment has at most ${MOST_CONDITIONS} conditions.`,
  })

/** A segment as a filter takes it: its rule, and the moment from which it looks back. */
export interface ChosenSegment {
  rule: SegmentGroup
  nowMs: number
}
