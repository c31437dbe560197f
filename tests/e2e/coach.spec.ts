import type { Locator, Page } from '@playwright/test'
import { expect, test } from '#tests/support/fixtures'
import { openTrial } from '#tests/support/open-trial'

const card = (page: Page): Locator => page.getByRole('group', { name: 'The next step' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

interface Box {
  x: number
  y: number
  width: number
  height: number
}

const apart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y

/** The rectangles of the card at the control, of the control, and of headings and messages; null when it stands in the panel. */
async function rectangles(page: Page): Promise<{ card: Box; kept: Box[] } | null> {
  await expect(card(page)).toBeVisible()
  return page.evaluate(() => {
    const boxOf = (element: Element): Box => element.getBoundingClientRect().toJSON() as Box
    const shown = document.querySelector('[data-coach="seen"]')
    const kept = document.querySelectorAll(
      '[data-coached], [data-screen-heading], .product [role="alert"], main form',
    )
    return shown && { card: boxOf(shown), kept: [...kept].map(boxOf) }
  })
}

async function expectClear(page: Page): Promise<void> {
  const found = await rectangles(page)
  if (!found) return
  for (const kept of found.kept)
    expect(apart(found.card, kept), JSON.stringify([found.card, kept])).toBe(true)
}

test('the card stands at the control, follows it, and covers neither it nor what must be read', async ({
  page,
}) => {
  await openTrial(page, 'order-to-cash', 'free')
  await expect(card(page)).toContainText('Press “New order”.')
  await expectClear(page)
  const before = await rectangles(page)
  await page.getByRole('heading', { level: 2, name: 'Orders' }).hover()
  await page.mouse.wheel(0, 120)
  await expect.poll(async () => (await rectangles(page))?.card.y).not.toBe(before?.card.y)
  await expectClear(page)
  for (const width of [1100, 1900]) {
    await page.setViewportSize({ width, height: 800 })
    await expectClear(page)
  }

  await press(page, 'New order')
  await expect(card(page)).toContainText('Fill in the form, then press “Save order”.')
  await expectClear(page)
})

test('out of sight of its control the card says so and goes there', async ({ page }) => {
  await openTrial(page, 'order-to-cash', 'free')
  await page.setViewportSize({ width: 1440, height: 480 })
  await expect(card(page)).toContainText('It is further down.')
  await press(page, 'Take me there')
  const control = page.getByRole('button', { name: 'New order', exact: true })
  await expect(control).toBeInViewport()
  await expect(control).toBeFocused()
  await expect(card(page)).not.toContainText('It is further down.')
  await expectClear(page)
})

test('put back to the side panel, the card stays there, also in the next trial', async ({ page }) => {
  await openTrial(page, 'order-to-cash', 'free')
  const inPanel = page
    .getByRole('complementary', { name: 'Guide' })
    .getByRole('group', { name: 'The next step' })
  await press(page, 'Move this to the side panel')
  await expect(inPanel).toBeVisible()
  await openTrial(page, 'contract-review', 'free')
  await expect(inPanel).toBeVisible()
  await press(page, 'Show this at the control')
  await expect(inPanel).toHaveCount(0)
  await expect(card(page)).toBeVisible()
})

test('a step that gets a task done says what it earned and what the other plan would have done', async ({
  page,
}) => {
  await openTrial(page, 'order-to-cash', 'premium')
  await press(page, 'New order')
  await press(page, 'Fill in an example')
  await press(page, 'Save order')
  const scene = page.getByRole('region', { name: 'Handover' })
  await expect(scene).toContainText('15 points earned')
  await expect(scene).toContainText('On Free it takes 1 step more, by hand.')
})

test('on a phone the sheet shows the action first, grows to the whole guide and shrinks to one line @phone', async ({
  page,
}) => {
  await openTrial(page, 'order-to-cash', 'free')
  const guide = page.getByRole('complementary', { name: 'Guide' })
  const action = guide.getByText('Press “New order”.', { exact: true }).filter({ visible: true })
  const lead = guide.getByText(/^You are Lin, in sales/)
  const topOf = async (place: Locator) => (await place.boundingBox())?.y ?? 0
  expect(await topOf(action)).toBeLessThan(await topOf(lead))
  for (const size of [
    { width: 390, height: 844 },
    { width: 720, height: 450 },
    { width: 195, height: 422 },
  ]) {
    await page.setViewportSize(size)
    await press(page, 'Minimise the guide')
    await expect(action).toBeVisible()
    expect((await guide.boundingBox())?.height).toBeLessThan(70)
    await press(page, 'Show the guide')
    await expect(page.getByRole('button', { name: /^Show me/ })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
})

test('who hesitates is offered a tip, a help post and a person, once, and not after closing it', async ({
  page,
}) => {
  await page.clock.install()
  await openTrial(page, 'order-to-cash', 'free')
  const offer = page.getByRole('region', { name: 'Help with this step' })
  await expect(page.getByRole('button', { name: 'New order', exact: true })).toBeEnabled()
  await page.clock.fastForward(24_000)
  await expect(offer).toHaveCount(0)
  await page.clock.fastForward(2_000)
  await expect(offer).toContainText('One order is one product here.')
  await expect(offer.getByRole('link', { name: 'From order to cash: by hand or by itself' })).toBeVisible()
  await offer.getByRole('button', { name: 'Ask a person' }).click()
  await expect(page.getByRole('dialog', { name: 'Ask a person' })).toBeVisible()
  await page.keyboard.press('Escape')

  await press(page, 'New order')
  await expect(offer).toHaveCount(0)
  await page.clock.fastForward(30_000)
  await press(page, 'Close, and do not offer help again')
  await press(page, 'Cancel')
  await page.clock.fastForward(60_000)
  await openTrial(page, 'contract-review', 'free')
  await page.clock.fastForward(60_000)
  await expect(offer).toHaveCount(0)
})

test('the product can be looked around in, and one press leads back to the work', async ({ page }) => {
  await openTrial(page, 'order-to-cash', 'free')
  await press(page, 'New order')
  await page.getByLabel('Cases', { exact: true }).fill('24')
  await press(page, 'Customers')
  const looked = page.getByRole('heading', { level: 2, name: 'Customers' })
  await expect(looked).toBeFocused()
  await expect(page.getByRole('button', { name: 'Save order' })).toBeHidden()
  await press(page, 'Back to the work')
  await expect(page.getByRole('heading', { level: 2, name: 'New order' })).toBeFocused()
  await expect(page.getByLabel('Cases', { exact: true })).toHaveValue('24')
  await expect(page.getByRole('progressbar', { name: 'Your tasks' })).toHaveAttribute('aria-valuenow', '0')
})
