import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/fixtures'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const press = (page: Page, name: string | RegExp) => button(page, name).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })

test('the focus is where the next step is', async ({ page }) => {
  await page.goto('/demos/order-to-cash')
  await page.getByRole('radio', { name: /^Premium/ }).check()
  await press(page, 'Start the trial')
  await expect(heading(page, 'Orders')).toBeFocused()

  await press(page, 'Show me')
  await expect(button(page, 'Do it for me')).toBeFocused()
  await press(page, 'I’ll do it')
  await expect(button(page, 'New order')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'New order')).toBeFocused()

  await press(page, 'Save order')
  await expect(page.getByLabel('Customer', { exact: true })).toBeFocused()
})
