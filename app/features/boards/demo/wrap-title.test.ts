import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapTitle } from './wrap-title'

test('a short title stays on one line', () => {
  expect(wrapTitle('Orders', 22)).toEqual(['Orders'])
})

test('a long one breaks at a space and ends in an ellipsis when it must', () => {
  expect(wrapTitle('Check the stock by hand', 16)).toEqual(['Check the stock', 'by hand'])
  expect(wrapTitle('Check the stock by hand, then call the customer', 16)).toEqual([
    'Check the stock',
    'by hand, then c…',
  ])
})

test('Chinese breaks anywhere', () => {
  expect(wrapTitle('手工核对库存并通知客户', 12)).toEqual(['手工核对库存', '并通知客户'])
})

test('two lines at most, neither wider than there is room', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 8, max: 30 }), (title, room) => {
      const lines = wrapTitle(title, room)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(room)
    }),
  )
})
