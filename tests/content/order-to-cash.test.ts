import { expect, test } from 'vitest'
import { findById } from '#tests/support/find-by-id'
import { followHints, sendEvent, shippedDemo, undoneTasks, type Sent } from '#tests/support/play-demo'
import type { Run } from '~/domain/demo/engine/run'

type Order = { id: string; date: string; product: string; qty: number; total: number; status: string }
type Invoice = { id: string; date: string; due: string; customer: string; total: number; status: string }
type World = {
  customers: { id: string; terms: number; open: number }[]
  products: { id: string; price: number; onHand: number; promised: number }[]
  orders: Order[]
  invoices: Invoice[]
  bank: { id: string; payer: string; amount: number; invoice: string; status: string }[]
  weeks: { week: string; amount: number }[]
}

const { world, worldOf, play } = shippedDemo<World>('order-to-cash')

const alder: Sent = ['SAVE_ORDER', { customer: 'alder', product: 'cups', qty: 24 }]
const bayside: Sent = ['SAVE_ORDER', { customer: 'bayside', product: 'cups', qty: 48 }]
const pico: Sent = ['SAVE_ORDER', { customer: 'pico', product: 'cups', qty: 24 }]

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

test('the books of the made-up company add up', () => {
  for (const order of world.orders) {
    expect([order.id, order.total]).toEqual([
      order.id,
      order.qty * findById(world.products, order.product).price,
    ])
  }
  for (const { id, open } of world.customers) {
    const unpaid = world.invoices.filter((invoice) => invoice.customer === id)
    expect([id, open]).toEqual([id, sum(unpaid.map((invoice) => invoice.total))])
  }
  for (const { id, promised } of world.products) {
    const promises = world.orders.filter((one) => one.product === id && one.status !== 'invoiced')
    expect([id, promised]).toEqual([id, sum(promises.map((one) => one.qty))])
  }
})

test('invoices fall due by their customer’s terms', () => {
  for (const invoice of world.invoices) {
    const { terms } = findById(world.customers, invoice.customer)
    const days = (Date.parse(invoice.due) - Date.parse(invoice.date)) / 86_400_000
    expect([invoice.id, days]).toEqual([invoice.id, terms])
  }
})

test('money that came for an older invoice is that invoice’s amount', () => {
  const older = world.bank.filter((line) => line.invoice !== '' && line.payer !== '')
  expect(older).toHaveLength(5)
  for (const line of older) expect(line.amount).toBe(findById(world.invoices, line.invoice).total)
})

test('the last week of the chart is the sum of its orders', () => {
  const last = world.orders.filter((order) => order.date >= '2026-10-26' && order.date <= '2026-11-01')
  expect(world.weeks.at(-1)?.amount).toBe(sum(last.map((order) => order.total)))
})

test('on free the straight way takes eight steps, two of them by hand that premium does itself', () => {
  const byHand = play('free', [
    ['NEW_ORDER'],
    alder,
    ['SET_ASIDE', { qty: 24 }],
    ['CONFIRM_COUNT', { qty: 24 }],
    ['SHIP'],
    ['SEND_INVOICE'],
    ['NEXT_STATEMENT'],
    ['BOOK_PAYMENT', { id: 'b5' }],
  ])
  const byItself = play('premium', [
    ['NEW_ORDER'],
    alder,
    ['CONFIRM_COUNT', { qty: 24 }],
    ['SHIP'],
    ['SEND_INVOICE'],
    ['NEXT_STATEMENT'],
  ])
  for (const run of [byHand, byItself]) {
    expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
    expect(findById(worldOf(run).invoices, 'INV-2046')).toMatchObject({
      total: 1020,
      due: '2026-11-17',
      status: 'paid',
    })
    expect(findById(worldOf(run).products, 'cups').onHand).toBe(36)
  }
  const booked = (run: Run) =>
    worldOf(run).bank.filter((line) => line.invoice && line.status === 'booked').length
  expect([booked(byHand), booked(byItself)]).toEqual([1, 6])
})

test('an order above stock goes out in two parts and on one invoice', () => {
  const run = play('free', [
    ['NEW_ORDER'],
    bayside,
    ['SET_ASIDE', { qty: 48 }],
    ['SET_ASIDE', { qty: 36 }],
    ['SHIP_PART'],
    ['CONFIRM_COUNT', { qty: 36 }],
    ['SHIP'],
    ['NEXT_DAY'],
    ['SET_ASIDE', { qty: 12 }],
    ['CONFIRM_COUNT', { qty: 12 }],
    ['SHIP'],
    ['SEND_INVOICE'],
  ])
  expect(findById(worldOf(run).invoices, 'INV-2046')).toMatchObject({
    total: 2040,
    date: '2026-11-04',
    due: '2026-12-04',
  })
  expect(findById(worldOf(run).products, 'cups').onHand).toBe(72)
})

test('an order above stock can wait until everything is there', () => {
  const run = play('premium', [
    ['NEW_ORDER'],
    bayside,
    ['WAIT_FOR_ALL'],
    ['NEXT_DAY'],
    ['CONFIRM_COUNT', { qty: 48 }],
    ['SHIP'],
  ])
  expect(run.states).toEqual(['invoice'])
  expect(findById(worldOf(run).products, 'cups').onHand).toBe(72)
})

test('cases promised to others cannot be set aside', () => {
  const run = play('free', [['NEW_ORDER'], bayside, ['SET_ASIDE', { qty: 37 }]])
  expect([run.states, run.world.problem]).toEqual([['stock-check'], 'promised'])
})

test('an order over the credit limit stops at finance, who release it or send it back', () => {
  const held = play('premium', [['NEW_ORDER'], pico])
  expect([held.states, held.role]).toEqual([['credit-hold'], 'accountant'])
  expect(sendEvent(held, ['RELEASE_ORDER']).states).toEqual(['pick'])
  const smaller: Sent = ['SAVE_ORDER', { customer: 'pico', product: 'cups', qty: 14 }]
  const again = [['SEND_BACK'] as Sent, smaller].reduce(sendEvent, held)
  expect(again.states).toEqual(['pick'])
  expect(worldOf(again).orders.filter((order) => order.id === 'SO-1048')).toHaveLength(1)
})

test.each([
  [20, 'short'],
  [30, 'over'],
])('%i cases instead of 24 reach the customer on free, and are put right', (qty) => {
  const run = play('free', [
    ['NEW_ORDER'],
    alder,
    ['SET_ASIDE', { qty: 24 }],
    ['CONFIRM_COUNT', { qty }],
    ['SHIP'],
    ['PUT_RIGHT'],
  ])
  expect(run.states).toEqual(['invoice'])
  expect(findById(worldOf(run).products, 'cups').onHand).toBe(36)
})

test('on premium a wrong count does not leave the warehouse', () => {
  const run = play('premium', [['NEW_ORDER'], alder, ['CONFIRM_COUNT', { qty: 20 }]])
  expect([run.states, run.world.problem]).toEqual([['pick'], 'scan'])
})

test('a wrong payment is undone, and costs the last task', () => {
  const run = play('free', [
    ['NEW_ORDER'],
    alder,
    ['SET_ASIDE', { qty: 24 }],
    ['CONFIRM_COUNT', { qty: 24 }],
    ['SHIP'],
    ['SEND_INVOICE'],
    ['NEXT_STATEMENT'],
    ['BOOK_PAYMENT', { id: 'b2' }],
    ['UNDO_BOOKING'],
    ['BOOK_PAYMENT', { id: 'b5' }],
  ])
  expect([run.outcome, undoneTasks(run)]).toEqual(['success', ['right-first-time']])
  expect(findById(worldOf(run).invoices, 'INV-2037').status).toBe('open')
})

const anyOrders = ['free', 'premium'].flatMap((plan) =>
  ['cups', 'napkins', 'stirrers', 'bags'].flatMap((product) => [
    { plan, customer: 'bayside', product, qty: 60 },
    { plan, customer: 'corner', product, qty: 7 },
    { plan, customer: 'pico', product, qty: 37 },
  ]),
)

test.each(anyOrders)(
  'on $plan hints lead $customer’s $qty cases of $product to their cash',
  ({ plan, ...order }) => {
    const run = followHints(play(plan, [['NEW_ORDER'], ['SAVE_ORDER', order]]))
    expect([run.outcome, undoneTasks(run)]).toEqual(['success', []])
  },
)

type Moment = { id: string; on: string }
const daysOf = (run: Run) =>
  (run.world.history as Moment[]).filter(({ on }) => on !== '').map(({ id, on }) => `${id} ${on}`)

test('what happens in both deliveries stands in the history with both days', () => {
  const miscounted = (qty: number): Sent[] => [['CONFIRM_COUNT', { qty }], ['SHIP'], ['PUT_RIGHT']]
  const run = play('free', [
    ['NEW_ORDER'],
    bayside,
    ['SET_ASIDE', { qty: 36 }],
    ['SHIP_PART'],
    ...miscounted(30),
    ['NEXT_DAY'],
    ['SET_ASIDE', { qty: 12 }],
    ...miscounted(20),
  ])
  expect(run.states).toEqual(['invoice'])
  expect(daysOf(run)).toEqual([
    ...['taken', 'reserved-hand', 'corrected', 'part'].map((id) => `${id} 2026-11-03`),
    ...['rest-hand', 'corrected-rest', 'delivered'].map((id) => `${id} 2026-11-04`),
  ])
})

test('the rest that premium sets aside the next day is told as well', () => {
  const run = play('premium', [['NEW_ORDER'], bayside, ['WAIT_FOR_ALL'], ['NEXT_DAY']])
  expect(daysOf(run)).toEqual(['taken 2026-11-03', 'reserved-auto 2026-11-03', 'rest-auto 2026-11-04'])
})

test.each(['free', 'premium'])('on %s nothing is set aside where nothing is free', (plan) => {
  const byHand: Sent[] = plan === 'free' ? [['SET_ASIDE', { qty: 0 }]] : []
  const run = play(plan, [
    ['NEW_ORDER'],
    ['SAVE_ORDER', { customer: 'corner', product: 'bags', qty: 5 }],
    ...byHand,
  ])
  expect([run.states, daysOf(run)]).toEqual([['short'], ['taken 2026-11-03']])
})
