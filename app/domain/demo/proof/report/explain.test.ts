import { expect, test } from 'vitest'
import { button, compiledDemo } from '#tests/support/small-demo'

import { explainStep, explainSteps } from './explain'
import { PROOF_START } from '../explored-run'
import type { PlainEvent } from '../../engine/offered-events'
import { startRun } from '../../engine/run'

const text = (en: string, zh?: string, es?: string) => ({ en, ...(zh && { zh }), ...(es && { es }) })

const compiled = compiledDemo({
  roles: { sales: { name: text('Sales', '销售', 'Ventas'), person: 'Lin' } },
  world: {
    customers: [
      { id: 'c1', name: 'Northwind Traders' },
      { id: 'c2', name: 'Alder' },
    ],
    orders: [{ id: 'o1', number: 'SO-1' }],
  },
  screens: {
    orders: {
      title: text('Orders', '订单', 'Pedidos'),
      blocks: [
        {
          table: {
            title: text('Open orders', '未结订单', 'Pedidos abiertos'),
            rows: 'world.orders',
            columns: [{ label: text('Number'), value: 'row.number' }],
            pick: 'OPEN',
            rowActions: [{ label: text('Ship', '发货', 'Enviar'), send: 'SHIP' }],
          },
        },
        button('NEW', { label: text('New order', '新建订单', 'Nuevo pedido') }),
      ],
    },
    form: {
      title: text('New order', '新建订单', 'Nuevo pedido'),
      blocks: [
        {
          form: {
            send: 'SAVE',
            submit: text('Save order', '保存订单', 'Guardar pedido'),
            fields: [
              {
                name: 'customer',
                kind: 'select',
                options: 'world.customers',
                label: text('Customer', '客户', 'Cliente'),
                required: true,
              },
              { name: 'qty', kind: 'number', label: text('Quantity', '数量', 'Cantidad') },
              { name: 'rush', kind: 'checkbox', label: text('Rush', '加急', 'Urgente') },
              { name: 'note', kind: 'text', label: text('Note', '备注', 'Nota') },
            ],
            samples: [{ customer: 'c1', qty: 10, rush: true, note: '' }],
          },
        },
      ],
    },
  },
  states: {
    orders: { screen: 'orders', on: { NEW: 'form', OPEN: 'orders', SHIP: 'orders' } },
    form: { screen: 'form', on: { SAVE: 'end' } },
    end: { final: 'success' },
  },
})

const start = startRun(compiled, { plan: 'free', ...PROOF_START })
const steps: PlainEvent[] = [
  { type: 'OPEN', data: { id: 'o1' } },
  { type: 'SHIP', data: { id: 'o1' } },
  { type: 'NEW' },
  { type: 'SAVE', data: { customer: 'c1', qty: 10, rush: true, note: '' } },
]

test('steps read as a person would follow them', () => {
  expect(explainSteps(start, steps)).toEqual([
    'As Sales, on “Orders”, choose “SO-1” in “Open orders”',
    'As Sales, on “Orders”, press “Ship” in the row “SO-1”',
    'As Sales, on “Orders”, press “New order”',
    'As Sales, on “New order”, fill in Customer: Northwind Traders, Quantity: 10, Rush: yes, Note: nothing and press “Save order”',
  ])
})

test('in Chinese and Spanish as well', () => {
  expect(explainSteps(start, steps, 'zh').slice(2)).toEqual([
    '以销售身份，在“订单”界面，点击“新建订单”',
    '以销售身份，在“新建订单”界面，填写客户：Northwind Traders、数量：10、加急：是、备注：空，然后点击“保存订单”',
  ])
  expect(explainSteps(start, steps, 'es').slice(1, 3)).toEqual([
    'Como Ventas, en «Pedidos», pulse «Enviar» en la fila «SO-1»',
    'Como Ventas, en «Pedidos», pulse «Nuevo pedido»',
  ])
})

test('an event that nothing on screen sends is named by its type, and ends the account', () => {
  expect(explainStep(start, { type: 'GHOST' })).toBe('As Sales, press GHOST')
  expect(explainSteps(start, [{ type: 'GHOST' }, { type: 'NEW' }])).toHaveLength(1)
})
