import type { Feature, Plan, Plans } from '~/domain/content/plans'
import { yearlySaving } from '~/domain/content/plans'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'
import type { FeatureCell, FeatureDemo, FeatureRow, PlanColumn, PlanTable } from './plan-table'

/** A plan table whose amounts have a currency. */
type PricedPlans = Plans & { currency: string }

/** Demos by the id of the feature that they show. */
export type DemosByFeature = ReadonlyMap<string, FeatureDemo[]>

function cell(feature: Feature, plan: Plan, locale: Locale): FeatureCell {
  const value = feature.values[plan.id] ?? false
  if (typeof value === 'boolean') return value
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : localize(value, locale)
}

function column(plan: Plan, locale: Locale): PlanColumn {
  return {
    id: plan.id,
    name: localize(plan.name, locale),
    tagline: localize(plan.tagline ?? {}, locale),
    price: plan.price,
    saving: yearlySaving(plan),
    highlighted: plan.highlighted ?? false,
    canBuy: plan.checkout !== undefined,
  }
}

/** The plan table as the pricing page shows it: features by group, one cell a plan, with the demos that show them. */
export function describePlans(table: PricedPlans, demos: DemosByFeature, locale: Locale): PlanTable {
  const row = (feature: Feature): FeatureRow => ({
    id: feature.id,
    name: localize(feature.name, locale),
    description: localize(feature.description ?? {}, locale),
    cells: table.plans.map((plan) => cell(feature, plan, locale)),
    demos: demos.get(feature.id) ?? [],
  })
  return {
    currency: table.currency,
    plans: table.plans.map((plan) => column(plan, locale)),
    groups: table.groups.map((group) => ({
      id: group.id,
      name: localize(group.name, locale),
      features: table.features.filter((feature) => feature.group === group.id).map(row),
    })),
    refund: { days: table.refund.days, terms: localize(table.refund.terms, locale) },
    note: localize(table.note ?? {}, locale),
    questions: (table.questions ?? []).map(({ question, answer }) => ({
      question: localize(question, locale),
      answer: localize(answer, locale),
    })),
  }
}
