import { expect, test } from 'vitest'
import { guidesIn } from './make-session.server'

test('a guide is read in the language of the visitor, else in the next that there is', () => {
  const rendered = {
    'orders.en': 'Orders',
    'orders.zh': '订单',
    'paid.es': 'Pagado',
    'order-form.en': 'Form',
  }
  expect(guidesIn(rendered, 'zh')).toEqual({ orders: '订单', paid: 'Pagado', 'order-form': 'Form' })
  expect(guidesIn(rendered, 'en').orders).toBe('Orders')
})
