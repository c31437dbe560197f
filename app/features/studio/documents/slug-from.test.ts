import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug } from '~/domain/content/kinds'
import { slugFrom, spelledSlug } from './slug-from'

test('a name becomes an address', () => {
  expect(slugFrom('Órdenes & cobro')).toBe('ordenes-cobro')
  expect(slugFrom('  From quote to cash  ')).toBe('from-quote-to-cash')
  expect(slugFrom('退款')).toBe('')
})

test.each([
  ['退款', 'tui-kuan'],
  ['从报价到收款', 'cong-bao-jia-dao-shou-kuan'],
  ['重庆银行', 'chong-qing-yin-hang'],
  ['Foyer 退款 2', 'foyer-tui-kuan-2'],
  ['Órdenes & cobro', 'ordenes-cobro'],
])('the name %s is spelled %s', async (name, slug) => {
  expect(await spelledSlug(name)).toBe(slug)
})

test('whatever the name, the address is one or empty', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (name) => slugFrom(name) === '' || isSlug(slugFrom(name)),
    ),
  )
})
