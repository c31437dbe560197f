import type { Page } from '@playwright/test'
import { alive } from '#tests/support/alive'
import { expect, staffState, test } from '#tests/support/fixtures'
import { translate } from '#tests/support/translate'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** Places that only the fallback could keep: the page itself should handle each. */
function watchMoved(page: Page): string[] {
  const moved: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('was moved by something else')) moved.push(message.text())
  })
  return moved
}

/** Marks the page's own elements, so that a page put in their place is noticed. */
const mark = (page: Page) =>
  page.evaluate(() => document.documentElement.setAttribute('data-same-page', 'yes'))
const samePage = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-same-page', 'yes')

async function step(page: Page): Promise<void> {
  await press(page, 'Show me')
  await press(page, 'Do it for me')
}

test('a prospect walks a whole demo on a translated page', async ({ page }) => {
  const moved = watchMoved(page)
  await page.goto('/demos/order-to-cash')
  await translate(page)
  await page.getByRole('radio', { name: /^Premium/ }).check()
  await press(page, 'Start the trial')
  await expect(page).toHaveURL(/\/try\//)
  await alive(page)
  await mark(page)
  await translate(page)

  await step(page)
  await press(page, 'Save order')
  await expect(page.getByText('Fill this in').first()).toBeVisible()
  await page.getByLabel('Customer', { exact: true }).selectOption({ label: 'Alder Street Cafés' })
  await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Paper cup 12 oz' })
  await page.getByLabel('Cases', { exact: true }).fill('24')
  await press(page, 'Show me')
  await press(page, 'I’ll do it')
  await press(page, 'Save order')
  await press(page, 'Continue as Mateo')
  await page.getByLabel('Cases on the pallet', { exact: true }).fill('24')
  await press(page, 'Confirm count')
  await step(page)
  await press(page, 'Continue as Ingrid')
  await step(page)
  await press(page, 'Go to the day of payment')
  await press(page, 'See how it went')

  await press(page, 'Send rating')
  await expect(page.getByText('Choose a rating from 1 to 5.')).toBeVisible()
  await page.getByRole('radio', { name: /^4/ }).check()
  await page.getByLabel(/What should we know/).fill('Automatic stock reservation is what we need.')
  await press(page, 'Send rating')
  await expect(page.getByText('Thank you. We read every one.')).toBeVisible()
  const ended = page.url()
  await press(page, 'Start over')
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
  await expect(page).not.toHaveURL(ended)
  await expect(page.getByRole('heading', { level: 2, name: 'Orders' })).toBeVisible()
  await samePage(page)
  expect(moved).toEqual([])
})

test.describe('the team', () => {
  test.use({ storageState: ({}, use) => use(staffState()) })

  test('edits, publishes and looks back on a translated page', async ({ page }) => {
    const moved = watchMoved(page)
    await page.goto('/studio')
    await page.waitForFunction(() => Object.keys(document.querySelector('nav a') ?? {}).length > 0)
    await mark(page)
    await translate(page)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Messages' }).click()
    await page.getByRole('main').getByRole('table').getByRole('link').first().click()
    await page.getByRole('link', { name: 'Source', exact: true }).click()
    const editor = page.getByRole('textbox', { name: /^Text of/ })
    await editor.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('\n# A note')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
    await press(page, 'Publish…')
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText(/^Revision \d+ is live/)).toBeVisible()
    await page.getByRole('link', { name: 'History' }).click()
    await expect(page.getByText('Revision 2').first()).toBeVisible()
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Demos' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await samePage(page)
    expect(moved).toEqual([])
  })
})
