import { z } from 'zod'

import { textSchema } from '~/domain/demo/format/schema-values'
import { currencySchema } from './currency'

const id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Write an id in small letters, digits and single hyphens')

/** In whole units of the currency, with at most two decimals. */
const amount = z.number().min(0).max(1e9).multipleOf(0.01)

/** What a plan costs: per month when paid monthly, per year when paid yearly. Null means “talk to us”. */
const priceSchema = z.strictObject({ monthly: amount, yearly: amount }).nullable()

const planSchema = z.strictObject({
  id,
  name: textSchema,
  tagline: textSchema.optional(),
  price: priceSchema,
  highlighted: z.boolean().optional(),
  /** Where the plan is signed up for or bought. */
  checkout: z
    .url({ protocol: /^https$/, error: 'Write an address as https://shop.example.com/premium' })
    .max(2_000)
    .optional(),
})
export type Plan = z.infer<typeof planSchema>

/** In the plan or not, a number, or words. */
const featureValueSchema = z.union([z.boolean(), z.number(), textSchema])

const featureSchema = z.strictObject({
  id,
  name: textSchema,
  description: textSchema.optional(),
  group: id,
  values: z.record(id, featureValueSchema),
})
export type Feature = z.infer<typeof featureSchema>

const groupSchema = z.strictObject({ id, name: textSchema })

/** How money comes back. `days` counts from the payment. */
const refundSchema = z.strictObject({ days: z.number().int().min(0).max(365), terms: textSchema })

const questionSchema = z.strictObject({ question: textSchema, answer: textSchema })

const plansShape = z.strictObject({
  format: z.literal('foyer-plans/1'),
  /** That of the settings when absent. */
  currency: currencySchema.optional(),
  plans: z.array(planSchema).min(1).max(6),
  groups: z.array(groupSchema).min(1).max(20),
  features: z.array(featureSchema).min(1).max(200),
  refund: refundSchema,
  /** What buyers ask, with answers. */
  questions: z.array(questionSchema).max(30).optional(),
  note: textSchema.optional(),
})

/** The plan table: what each plan of the product being shown costs and gives. Every feature has a value for every plan. */
export const plansSchema = plansShape.superRefine((table, context) => {
  const complain = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  for (const list of ['plans', 'groups', 'features'] as const) {
    repeated(table[list]).forEach((index) => complain([list, index, 'id'], 'This id is used twice'))
  }
  const plans = table.plans.map((plan) => plan.id)
  const groups = table.groups.map((group) => group.id)
  table.features.forEach((feature, index) => {
    if (!groups.includes(feature.group)) {
      complain(['features', index, 'group'], `There is no group “${feature.group}”; use ${groups.join(', ')}`)
    }
    valueComplaints(feature, plans).forEach((message) => complain(['features', index, 'values'], message))
  })
})
export type Plans = z.infer<typeof plansSchema>

/** The feature with this id, or null. */
export function findFeature(table: Plans, featureId: string): Feature | null {
  return table.features.find((feature) => feature.id === featureId) ?? null
}

/** What paying yearly saves against twelve months, in whole percent, at least 0. Null without a price. */
export function yearlySaving(plan: Plan): number | null {
  if (!plan.price || plan.price.monthly === 0) return null
  const twelveMonths = plan.price.monthly * 12
  return Math.max(0, Math.round((1 - plan.price.yearly / twelveMonths) * 100))
}

function repeated(items: readonly { id: string }[]): number[] {
  return items.flatMap((item, index) =>
    items.findIndex((other) => other.id === item.id) < index ? [index] : [],
  )
}

function valueComplaints(feature: Feature, plans: readonly string[]): string[] {
  const given = Object.keys(feature.values)
  const missing = plans.filter((plan) => !given.includes(plan))
  const unknown = given.filter((plan) => !plans.includes(plan))
  return [
    ...missing.map((plan) => `The value for the plan “${plan}” is missing`),
    ...unknown.map((plan) => `There is no plan “${plan}”; use ${plans.join(', ')}`),
  ]
}
