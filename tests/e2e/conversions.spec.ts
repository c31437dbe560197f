import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { alive } from '#tests/support/alive'
import { expect, staffState, test } from '#tests/support/fixtures'

/** Each attempt has its own ids, since rows that an earlier one imported are not new. */
const fileOf = (attempt: number): string =>
  [
    'Deal ID;Goal;Close date;Email',
    `e2e-${attempt}-1;purchase;2026-02-27;stranger@example.com`,
    `e2e-${attempt}-2;fame;2026-02-27;stranger@example.com`,
  ].join('\n')

async function beginTrial(page: Page): Promise<void> {
  await page.goto('/demos/order-to-cash')
  await page.getByRole('button', { name: 'Start the trial' }).click()
  await expect(page).toHaveURL(/\/try\//)
  await alive(page)
}

test('a link to somebody else’s trial asks before it takes a browser from its own', async ({
  browser,
  page,
}) => {
  await beginTrial(page)
  await page.goto('/me')
  await page.getByRole('button', { name: 'Another device' }).first().click()
  const link = await page.getByLabel('Open this link on the other device').inputValue()
  const other = await (await browser.newContext()).newPage()
  await beginTrial(other)
  const own = other.url()
  await other.goto(link)
  await expect(other.getByRole('heading', { name: 'Continue as another visitor?' })).toBeVisible()
  await other.goto(own)
  await expect(other).toHaveURL(own)
  await other.goto(link)
  await other.getByRole('button', { name: 'Continue with the link’s trial' }).click()
  await expect(other).toHaveURL(/\/try\//)
  expect(other.url()).not.toBe(own)
  await other.context().close()
})

test.describe('staff', () => {
  test.use({ storageState: ({}, use) => use(staffState()) })

  test('a file is checked, imported, and one of its conversions withdrawn', async ({ page }, { retry }) => {
    await page.goto('/studio/conversions/import')
    await alive(page)
    const buffer = Buffer.from(fileOf(retry))
    await page.getByLabel('CSV file').setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Check the file' }).click()
    await expect(page.getByRole('cell', { name: '“fame” is not a goal' }).last()).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('button', { name: 'Import 1 row' }).click()
    await expect(page.getByText('deals.csv was imported')).toBeVisible()
    await page.getByRole('link', { name: 'See the conversions' }).click()
    const unmatched = page.getByRole('link', { name: /^Unmatched/ })
    await unmatched.click()
    await expect(unmatched).toHaveAttribute('aria-current', 'page')
    await page
      .getByRole('button', { name: /^Actions for Purchase/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Withdraw' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('a test')
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await expect(page.getByText('The conversion was withdrawn.')).toBeVisible()
    await page.getByRole('link', { name: /^Withdrawn/ }).click()
    await expect(page.getByRole('cell', { name: 'a test' })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  test('a key is made, shown once and revoked', async ({ page }) => {
    await page.goto('/studio/keys')
    await alive(page)
    await page.getByLabel('Name').fill('Shop')
    await page.getByRole('button', { name: 'Create a key' }).click()
    const secret = await page.getByLabel('Key', { exact: true }).inputValue()
    expect(secret).toMatch(/^foyer_[\w-]{43}$/)
    await page.reload()
    await expect(page.getByText(secret)).toHaveCount(0)
    const row = page.getByRole('row', { name: /Shop/ })
    await row.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(row.getByText(/^Revoked/)).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})
