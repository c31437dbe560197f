import { expect, test } from 'vitest'
import { worldDifferences } from './world-difference'

test('rows are identified by id, wherever they are in their list', () => {
  const left = {
    orders: [
      { id: 'a', qty: 1 },
      { id: 'b', qty: 2 },
    ],
  }
  const right = {
    orders: [
      { id: 'b', qty: 3 },
      { id: 'a', qty: 1 },
    ],
  }
  expect(worldDifferences(left, right)).toEqual([
    { path: ['world', 'orders', 'b', 'qty'], left: 2, right: 3 },
  ])
})

test('a text in several locales differs once', () => {
  const left = { term: { en: '60 days', zh: '60 天', es: '60 días' } }
  const right = { term: { en: '30 days', zh: '30 天', es: '30 días' } }
  expect(worldDifferences(left, right)).toEqual([
    { path: ['world', 'term'], left: left.term, right: right.term },
  ])
})
