import type { PlanTable } from './plan-table'

/** The plans as schema.org describes them: one product with an offer for each plan that has a price. */
export function plansData({ plans, currency }: PlanTable, name: string) {
  return {
    '@type': 'Product',
    name,
    offers: plans.flatMap((plan) =>
      plan.price === null
        ? []
        : [{ '@type': 'Offer', name: plan.name, price: plan.price.monthly, priceCurrency: currency }],
    ),
  }
}
