import type { APIRequestContext } from '@playwright/test'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({
  storageState: ({}, use) => use(staffState()),
  expectedProblems: [/live-that-is-not-there/],
})

/** A trial of somebody else, who sends no cookies of staff. */
async function startTrial(request: APIRequestContext, baseURL = ''): Promise<void> {
  const answer = await request.post('/api/v1/trials', {
    data: { demo: 'order-to-cash', plan: 'premium' },
    headers: { origin: new URL(baseURL).origin },
  })
  expect(answer.status()).toBe(201)
}

test('a list offers new trials as they come, moves nothing, and shows them when asked', async ({
  page,
  playwright,
  baseURL,
}) => {
  // Programs are flagged.
  await page.goto('/boards/trials?demo=order-to-cash&plan=premium&flagged=in')
  const heading = page.getByRole('heading', { level: 1, name: /trials?$/ })
  const before = await heading.textContent()
  const visitor = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL })
  await startTrial(visitor, baseURL)
  const told = page.getByRole('status').filter({ hasText: /\d+ new trials?/ })
  await expect(told).toBeVisible()
  await expect(heading).toHaveText(before ?? '')
  await told.getByRole('link', { name: 'Show' }).click()
  await expect(heading).not.toHaveText(before ?? '')
  await expect(told).toBeHidden()
  await visitor.dispose()
})

test('a page says when live updates are interrupted, and that they are back', async ({ page }) => {
  await page.addInitScript(() => {
    const opened: EventSource[] = []
    const Source = window.EventSource
    window.EventSource = class extends Source {
      constructor(url: string | URL) {
        super(opened.length === 0 ? '/boards/live-that-is-not-there' : url)
        opened.push(this)
      }
    }
  })
  await page.goto('/boards')
  const told = page.getByRole('status').filter({ hasText: 'Live updates are interrupted' })
  await expect(told).toBeVisible()
  await expect(told).toBeHidden()
})
