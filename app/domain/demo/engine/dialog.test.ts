import { expect, test } from 'vitest'
import { offeredControls } from '../screen/controls'
import { compiledFrom } from '../fixtures/compiled'
import { startRun } from './run'
import { parseDemoSource } from '../checks/demo-source'
import { viewScreen } from '../screen/view'

const demo = (over: string) => `
format: foyer/1
slug: dialog
title: { en: Dialog }
summary: { en: Shows a dialog. }
scenario: services
minutes: 1
plans: [free]
product: { name: Ledgerly, nav: [{ id: orders, label: { en: Orders } }] }
roles: { sales: { name: { en: Sales } } }
world: { orders: [{ id: o1, number: SO-1 }] }
screens:
  orders:
    title: { en: Orders }
    nav: orders
    blocks:
      - table: { rows: world.orders, pick: OPEN, columns: [{ label: { en: Number }, value: row.number }] }
  order:
    title: { en: New order }
    over: ${over}
    blocks:
      - button: { label: { en: Save }, send: SAVE }
machine:
  initial: writing
  states:
    writing: { role: sales, screen: order, on: { SAVE: saved, OPEN: saved } }
    saved: { screen: orders, final: success }
tasks:
  done: { title: { en: Done }, done: "true", weight: 1 }
`

test('a dialog shows the screen behind it, which offers no controls and keeps its place in the navigation', () => {
  const run = startRun(compiledFrom(demo('orders')), { plan: 'free', seed: 's', startedAt: 0 })
  const view = viewScreen(run, 'en')
  expect(view.panes).toMatchObject([{ screen: 'order', over: { screen: 'orders', title: 'Orders' } }])
  expect(view.product.nav).toMatchObject([{ id: 'orders', current: true }])
  expect(offeredControls(run).map((control) => control.send)).toEqual(['SAVE'])
})

test.each([
  ['ordres', 'There is no screen ordres: did you mean orders?'],
  ['order', 'order is a dialog itself: did you mean orders?'],
])('over %s is refused', (over, message) => {
  expect(parseDemoSource(demo(over)).problems).toContainEqual(
    expect.objectContaining({ code: 'unknown-screen', at: 'screens.order.over', message }),
  )
})
