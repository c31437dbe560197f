import { expect, test } from 'vitest'
import type { Plans } from '~/domain/content/plans'
import { describePlans } from './describe-plans'

const table: Plans = {
  format: 'foyer-plans/1',
  currency: 'USD',
  plans: [
    { id: 'free', name: { en: 'Free', es: 'Gratis' }, price: { monthly: 0, yearly: 0 } },
    { id: 'premium', name: { en: 'Premium' }, price: { monthly: 50, yearly: 480 }, highlighted: true },
  ],
  groups: [
    { id: 'stock', name: { en: 'Stock' } },
    { id: 'limits', name: { en: 'Limits' } },
  ],
  features: [
    {
      id: 'reserve',
      name: { en: 'Reserved stock' },
      group: 'stock',
      values: { free: { en: 'By hand', es: 'A mano' }, premium: true },
    },
    { id: 'orders', name: { en: 'Orders a month' }, group: 'limits', values: { free: 50, premium: 12000 } },
  ],
  refund: { days: 30, terms: { en: 'Money back.' } },
}

test('features stand in their groups with one cell a plan, in the language of the visitor', () => {
  const shown = describePlans(
    { currency: 'USD', ...table },
    new Map([['reserve', [{ slug: 'o2c', title: 'Order to cash' }]]]),
    'es',
  )
  expect(shown.groups.map((group) => group.features.map((feature) => feature.cells))).toEqual([
    [['A mano', true]],
    [['50', '12.000']],
  ])
  expect(shown.groups[0]?.features[0]?.demos).toEqual([{ slug: 'o2c', title: 'Order to cash' }])
  expect(shown.plans.map((plan) => [plan.name, plan.saving])).toEqual([
    ['Gratis', null],
    ['Premium', 20],
  ])
})
