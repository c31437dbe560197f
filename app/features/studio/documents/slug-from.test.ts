import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug } from '~/domain/content/kinds'
import { slugFrom } from './slug-from'

test('a name becomes an address', () => {
  expect(slugFrom('Órdenes & cobro')).toBe('ordenes-cobro')
  expect(slugFrom('  From quote to cash  ')).toBe('from-quote-to-cash')
  expect(slugFrom('退款')).toBe('')
})

test('whatever the name, the address is one or empty', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (name) => slugFrom(name) === '' || isSlug(slugFrom(name)),
    ),
  )
})
