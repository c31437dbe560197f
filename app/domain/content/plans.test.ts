import { expect, test } from 'vitest'

import { findFeature, plansSchema, yearlySaving } from './plans'
import { readYaml } from './read-yaml'

const source = `
format: foyer-plans/1
currency: EUR
plans:
  - { id: free, name: { en: Free }, price: { monthly: 0, yearly: 0 } }
  - { id: premium, name: { en: Premium }, price: { monthly: 19.9, yearly: 199 }, highlighted: true }
  - { id: scale, name: { en: Scale }, price: null }
groups:
  - { id: stock, name: { en: Stock } }
features:
  - id: auto-reserve
    name: { en: Stock is reserved by itself, zh: 自动预留库存 }
    group: stock
    values: { free: false, premium: true, scale: { en: Across warehouses } }
refund: { days: 30, terms: { en: Money back within 30 days } }
`

test('a plan table is read, with a value for each plan', () => {
  const read = readYaml(plansSchema, source)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(findFeature(read.value, 'auto-reserve')?.values.premium).toBe(true)
  expect(findFeature(read.value, 'nothing')).toBeNull()
  expect(read.value.plans.map(yearlySaving)).toEqual([null, 17, null])
})

test.each([
  ['scale: { en: Across warehouses }', 'other: true', 'features.0.values', 14],
  ['group: stock', 'group: money', 'features.0.group', 13],
  ['id: premium', 'id: free', 'plans.1.id', 6],
  ['monthly: 19.9', 'monthly: -1', 'plans.1.price.monthly', 6],
  ['monthly: 19.9', 'monthly: 1.999', 'plans.1.price.monthly', 6],
  ['EUR', 'euro', 'currency', 3],
])('with %s replaced by %s the problem is at %s', (from, to, at, line) => {
  const read = readYaml(plansSchema, source.replace(from, to))
  expect(read).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.objectContaining({ at, line })]),
  })
})
