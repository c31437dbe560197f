import { expect, test } from 'vitest'
import { nearest, wouldBeRight } from '~/domain/suggest'

test('the near name is found, also when letters are swapped', () => {
  expect(nearest('ordres', ['orders', 'order-form'])).toBe('orders')
  expect(nearest('scren', ['screen', 'role'])).toBe('screen')
  expect(nearest('SAVE_ODER', ['SAVE_ORDER', 'OPEN'])).toBe('SAVE_ORDER')
})

test('a far name is no suggestion: what there is is listed', () => {
  expect(nearest('banana', ['orders'])).toBeNull()
  expect(wouldBeRight('banana', ['orders', 'items'])).toBe('known are orders, items')
  expect(wouldBeRight('banana', [])).toBe('there are none')
})
