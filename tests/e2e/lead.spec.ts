import type { Page } from '@playwright/test'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()) })

/** Whole days before today with simulated trials, so that trials of other tests running meanwhile change no figure. */
function pastDays(): string {
  const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10)
  return new URLSearchParams({ from: day(60), to: day(1), simulated: 'in' }).toString()
}

/** The numbers on the board that link to a list, one for each distinct address. */
async function numbersWithLists(page: Page): Promise<Map<string, number>> {
  const links = page.getByRole('main').locator('a[href^="/boards/trials?"]')
  const found = await links.evaluateAll((all) =>
    all.map((link) => [link.getAttribute('href') ?? '', link.textContent?.trim() ?? ''] as const),
  )
  return new Map(found.filter(([, text]) => /^\d+$/.test(text)).map(([href, text]) => [href, Number(text)]))
}

test('a growth lead opens the exact trials behind the numbers of a board', async ({ page }) => {
  await page.goto(`/boards?${pastDays()}`)
  await page.getByRole('main').getByRole('link', { name: 'From order to cash' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'From order to cash' })).toBeVisible()
  await expect(page.getByText(/Simulated trials are counted/)).toBeVisible()
  await expect(page.getByText('Still open').first()).toBeVisible()

  const numbers = await numbersWithLists(page)
  expect(numbers.size).toBeGreaterThan(5)
  for (const [href, number] of [...numbers].slice(0, 8)) {
    await page.goto(href)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${number} trials?$`))
  }
})

test('a growth lead leaves the simulated trials out and back in', async ({ page }) => {
  await page.goto(`/boards/demos/order-to-cash?${pastDays()}`)
  const simulated = page.getByRole('switch', { name: /^Simulated trials/ })
  await expect(simulated).toBeChecked()
  await simulated.click()
  await expect(page).toHaveURL(/simulated=out/)
  await expect(page.getByRole('heading', { name: /^(Nobody tried this demo|No trial fits)/ })).toBeVisible()
  await page.getByRole('switch', { name: /^Simulated trials/ }).click()
  await expect(page.getByRole('heading', { name: 'Tasks' })).toBeVisible()
})

test('a growth lead walks through a finished trial state by state', async ({ page }) => {
  await page.goto(`/boards/trials?${pastDays()}&demo=order-to-cash&set=finished`)
  await page.getByRole('rowgroup').nth(1).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/boards\/trials\/[\w-]{36}/)
  await expect(page.getByText(/^Step 0 of \d+/)).toBeVisible()
  await page
    .getByRole('button', { name: 'Step forward' })
    .or(page.getByRole('link', { name: 'Step forward' }))
    .click()
  await expect(page.getByText(/^Step 1 of \d+/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Path' })).toBeVisible()
})
