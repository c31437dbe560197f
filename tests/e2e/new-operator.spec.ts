import type { Locator, Page } from '@playwright/test'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()) })

/** How often somebody presses the mouse and how many keys, without those that the tests themselves press. */
interface Effort {
  presses: number
  keys: number
}

const press = async (effort: Effort, target: Locator) => {
  effort.presses += 1
  await target.click()
}

const write = async (effort: Effort, target: Locator, text: string) => {
  effort.presses += 1
  effort.keys += [...text].length
  await target.fill(text)
}

const STEPS = {
  English: `Sales: Save the order -> The order is saved
Warehouse: Count the stock by hand -> The stock is counted [free]
Warehouse: Pack the cases -> The cases are packed
Finance: Send the invoice -> The invoice is sent`,
  Spanish: `Ventas: Guardar el pedido -> El pedido está guardado
Almacén: Contar las existencias a mano -> Las existencias están contadas [free]
Almacén: Preparar las cajas -> Las cajas están preparadas
Finanzas: Enviar la factura -> La factura está enviada`,
  Chinese: `销售：保存订单 -> 订单已保存
仓库：手工清点库存 -> 库存已清点 [free]
仓库：打包货物 -> 货物已打包
财务：发送发票 -> 发票已发送`,
}

const TITLES = { 'en-US': 'Wholesale order', 'es-ES': 'Pedido al por mayor', 'zh-CN': '批发订单' }

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

test('a new operator makes a demo of five states on two plans in three languages, by forms alone, and publishes it', async ({
  page,
  browser,
}, info) => {
  const effort: Effort = { presses: 0, keys: 0 }
  await page.goto('/studio')
  await press(effort, page.getByRole('link', { name: 'Demos' }))
  await press(effort, page.getByRole('link', { name: 'New demo' }))
  await write(effort, text(page, 'Name'), 'Wholesale order')
  await write(effort, page.getByRole('textbox', { name: 'Name in Spanish' }), 'Pedido al por mayor')
  await write(effort, page.getByRole('textbox', { name: 'Name in Chinese' }), '批发订单')
  for (const [language, steps] of Object.entries(STEPS)) {
    await write(effort, text(page, `Steps in ${language}`), steps)
  }
  await expect(page.getByText('4 steps, roles: 3')).toBeVisible()
  await press(effort, page.getByRole('button', { name: 'Create' }))
  await expect(page).toHaveURL(/\/studio\/demo\/wholesale-order$/)

  const summary = text(page, 'Summary, English')
  await expect(summary).toHaveValue('Wholesale order')
  await write(effort, summary, 'Take an order and see it paid.')
  await write(effort, text(page, 'Summary, Spanish'), 'Tome un pedido y vea cómo se cobra.')
  await write(effort, text(page, 'Summary, Chinese'), '接下订单，直到收款。')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
  await expect(page.getByText('Proven', { exact: true })).toBeVisible()

  await press(effort, page.getByRole('button', { name: 'Publish…' }))
  const dialog = page.getByRole('dialog', { name: /^Publish/ })
  await press(effort, dialog.getByRole('button', { name: 'Publish', exact: true }))
  await expect(page.getByText('Revision 1 is live')).toBeVisible()

  for (const [locale, title] of Object.entries(TITLES)) {
    const visitor = await browser.newContext({ locale, storageState: { cookies: [], origins: [] } })
    const center = await visitor.newPage()
    await center.goto('/demos/wholesale-order')
    await expect(center.getByRole('heading', { level: 1 })).toContainText(title)
    await visitor.close()
  }
  info.annotations.push({ type: 'effort', description: `${effort.presses} presses, ${effort.keys} keys` })
  expect(effort.presses).toBeLessThan(30)
  expect(effort.keys).toBeLessThan(1_000)
})
