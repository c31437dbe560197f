import AxeBuilder from '@axe-core/playwright'
import { alive } from '#tests/support/alive'
import { expect, test } from '#tests/support/fixtures'

const COMPARE = '/compare/order-to-cash'

test('the same process on two plans: steps, what is locked, the end, and the way to try it', async ({
  page,
}) => {
  await page.goto('/demos/order-to-cash')
  await page.getByRole('link', { name: 'See both plans side by side' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'From order to cash: Free compared with Premium',
  )
  const steps = page.getByRole('region', { name: 'Step by step' }).getByRole('listitem')
  await expect(steps).toHaveCount(8)
  await expect(steps.nth(2)).toContainText('Only on Free')
  await expect(steps.nth(2)).toContainText('No such step on Premium.')
  await expect(steps.nth(2)).toContainText('“Set aside automatically” is locked here.')
  const money = page.getByRole('table').filter({ hasText: 'MILLGATE CANTEEN' })
  await expect(money.getByRole('row', { name: /MILLGATE CANTEEN/ })).toContainText('Booked')
  await alive(page)
  await page.getByRole('button', { name: 'Try it on Premium' }).click()
  await expect(page).toHaveURL(/\/try\//)
})

test('a trial of one’s own is given to both plans, from the locked control and back', async ({ page }) => {
  await page.goto('/demos/order-to-cash')
  await page.getByRole('radio', { name: 'Free' }).check()
  await page.getByRole('button', { name: 'Start the trial' }).click()
  await expect(page).toHaveURL(/\/try\//)
  await alive(page)
  await page.getByRole('button', { name: 'New order', exact: true }).click()
  await page.getByLabel('Customer', { exact: true }).selectOption({ label: 'Alder Street Cafés' })
  await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Paper cup 12 oz' })
  await page.getByLabel('Cases', { exact: true }).fill('12')
  await page.getByRole('button', { name: 'Save order', exact: true }).click()
  await page.getByRole('button', { name: 'Continue as Mateo' }).click()
  await page.getByRole('button', { name: 'Set aside automatically, not in this plan' }).click()
  await page.getByRole('link', { name: 'Compare the plans' }).click()
  await expect(page).toHaveURL(/\/compare\/order-to-cash\?trial=.*needs=autoReserve#can-autoReserve$/)
  await expect(page.getByText(/Your plan does not include/)).toBeVisible()
  const steps = page.getByRole('region', { name: 'Step by step' }).getByRole('listitem')
  await expect(steps.nth(1)).toContainText('Cases: 12')
  await expect(steps.nth(2)).toContainText('Shortest path, not your own step')
  await page.getByRole('link', { name: 'Back to your trial' }).click()
  await expect(page).toHaveURL(/\/try\//)
})

test('a trial that is not here, a demo that is not here', async ({ page }) => {
  await page.goto(`${COMPARE}?trial=00000000-0000-7000-8000-000000000000`)
  await expect(page.getByText('This trial was not found in this browser.', { exact: false })).toBeVisible()
  const answer = await page.request.get('/compare/nowhere')
  expect(answer.status()).toBe(404)
})

test('without JavaScript the comparison can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await page.goto(`${COMPARE}?lng=es`)
  await expect(page.getByRole('heading', { name: 'Paso a paso' })).toBeVisible()
  await context.close()
})

test('the comparison on a phone @phone', async ({ page }) => {
  await page.goto(COMPARE)
  await expect(page.getByText('Both plans').first()).toBeVisible()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((one) => one.id)).toEqual([])
})
