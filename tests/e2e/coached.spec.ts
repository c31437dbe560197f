import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { followCoach } from '#tests/support/coach-reader'
import { TRIES_ALL } from '#tests/support/depth'
import { expect, test } from '#tests/support/fixtures'
import { openTrial } from '#tests/support/open-trial'
import { shippedDemoSlugs } from '#tests/support/play-demo'

/** A wide window, a phone, and the wide window at 200% zoom. */
const WINDOWS = [
  { name: '1440 px', viewport: { width: 1440, height: 900 } },
  { name: '390 px', viewport: { width: 390, height: 844 } },
  { name: '200% zoom', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
]

/** Each demo in one of the windows in turn, or in all. */
const CASES = shippedDemoSlugs().flatMap((slug, index) =>
  (TRIES_ALL ? WINDOWS : [WINDOWS[index % WINDOWS.length]]).flatMap((window) =>
    window ? [{ slug, window }] : [],
  ),
)

for (const { slug, window } of CASES) {
  test.describe(`${slug} at ${window.name}`, () => {
    const { name: _name, ...use } = window
    test.use(use)

    test('the coach’s card alone leads to the end, and each step is accessible in the dark', async ({
      page,
    }) => {
      test.setTimeout(240_000)
      await page.emulateMedia({ colorScheme: 'dark' })
      await openTrial(page, slug, 'free')
      const looked = new Set<string>()
      await followCoach(page, async () => {
        if (!TRIES_ALL && looked.size > 0) return
        await look(page, looked)
      })
      await expect(page.getByRole('img', { name: /^Score \d+ of 100$/ })).toBeVisible()
      await expect(page.getByText('You got it done.')).toBeVisible()
    })
  })
}

/** Checks accessibility once for each screen. */
async function look(page: Page, looked: Set<string>): Promise<void> {
  const place = (await page.locator('[data-screen-heading]').allTextContents()).join(', ')
  if (looked.has(place)) return
  looked.add(place)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
  expect(found, `accessibility of ${place}`).toEqual([])
}
