import type { Page } from '@playwright/test'
import { alive } from '#tests/support/alive'
import { expect, test } from '#tests/support/fixtures'
import { openTrial } from '#tests/support/open-trial'

test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/] })

const great = (page: Page) =>
  page.getByRole('button', { name: 'Great', exact: true }).filter({ visible: true })

test('a remark made offline at one touch waits with its word, and is there after the network is back @phone', async ({
  page,
  context,
}) => {
  await openTrial(page, 'order-to-cash', 'free')
  await context.setOffline(true)
  await great(page).click()
  await page.getByLabel('Add a word, if you like').fill('Just what we need')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(great(page)).toHaveAttribute('aria-pressed', 'true')
  const kept = page.waitForResponse((answer) => answer.url().includes('/remarks/') && answer.ok())
  await context.setOffline(false)
  await kept
  await page.reload()
  await alive(page)
  await expect(great(page)).toHaveAttribute('aria-pressed', 'true')
  await great(page).click()
  await expect(page.getByLabel('Add a word, if you like')).toHaveValue('Just what we need')
})

test('a person is asked without leaving the trial', async ({ page }) => {
  await openTrial(page, 'order-to-cash', 'free')
  const place = page.url()
  await page.getByRole('button', { name: 'Ask a person', exact: true }).filter({ visible: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask a person' })
  await dialog.getByLabel('What would you like to know?').fill('Can two people take orders at once?')
  await dialog.getByLabel('Your name').fill('Ana Ruiz')
  await dialog.getByLabel('Work email').fill('ana@ruiz.example')
  await dialog.getByLabel('Company').fill('Ruiz & Co')
  await dialog.getByRole('button', { name: 'Send the question' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Back to the trial' }).click()
  await expect(page).toHaveURL(place)
  await expect(page.getByRole('button', { name: 'New order', exact: true })).toBeEnabled()
})

test('offline, a reload brings the trial back where it was, and its steps go when the network is back', async ({
  page,
  context,
}) => {
  const id = await openTrial(page, 'order-to-cash', 'free')
  await page.getByRole('button', { name: 'New order', exact: true }).click()
  const keeps = () =>
    page.evaluate(async (path) => {
      const found = await (await caches.open('foyer-try')).match(path)
      return (await found?.text())?.includes('NEW_ORDER') ?? false
    }, `/try/${id}`)
  await expect.poll(async () => (await keeps()) && (await isControlled(page))).toBe(true)
  await context.setOffline(true)
  await page.reload()
  await alive(page)
  await expect(page.getByRole('heading', { level: 2, name: 'New order' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Orders' })).toBeVisible()
  const sent = page.waitForResponse((answer) => answer.url().endsWith('/events') && answer.ok())
  await context.setOffline(false)
  await sent
})

const isControlled = (page: Page): Promise<boolean> =>
  page.evaluate(() => navigator.serviceWorker.controller !== null)
