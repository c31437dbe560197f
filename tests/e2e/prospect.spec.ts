import type { Locator, Page } from '@playwright/test'
import { alive } from '#tests/support/alive'
import { expect, test } from '#tests/support/fixtures'

const DEMO = '/demos/order-to-cash'

async function start(page: Page, plan: 'Free' | 'Premium'): Promise<void> {
  await page.goto(DEMO)
  await page.getByRole('radio', { name: plan }).check()
  await page.getByRole('button', { name: 'Start the trial' }).click()
  await expect(page).toHaveURL(/\/try\//)
  await alive(page)
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const screen = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 2, name })

async function order(page: Page, cases = '24'): Promise<void> {
  await press(page, 'New order')
  await page.getByLabel('Customer', { exact: true }).selectOption({ label: 'Alder Street Cafés' })
  await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Paper cup 12 oz' })
  await page.getByLabel('Cases', { exact: true }).fill(cases)
  await press(page, 'Save order')
}

async function takeOver(page: Page, person: string): Promise<void> {
  await expect(screen(page, `Now you are ${person}`)).toBeVisible()
  await press(page, `Continue as ${person}`)
}

async function pickAndShip(page: Page): Promise<void> {
  await page.getByLabel('Cases on the pallet', { exact: true }).fill('24')
  await press(page, 'Confirm count')
  await press(page, 'Ship')
}

async function result(page: Page, score: number): Promise<void> {
  await press(page, 'See how it went')
  await expect(page.getByRole('img', { name: `Score ${score} of 100` })).toBeVisible()
}

test('premium from order to cash: no hint, no detour, then a rating and a quote', async ({ page }) => {
  await start(page, 'Premium')
  await order(page)
  await takeOver(page, 'Mateo')
  await pickAndShip(page)
  await takeOver(page, 'Ingrid')
  await press(page, 'Send invoice')
  await press(page, 'Go to the day of payment')
  await result(page, 100)
  await expect(page.getByText('You took the shortest path.')).toBeVisible()

  await press(page, 'Send rating')
  await expect(page.getByRole('alert')).toHaveText('Choose a rating from 1 to 5.')
  await page.getByRole('radio', { name: /^4/ }).check()
  await page.getByLabel(/What should we know/).fill('Automatic stock reservation is what we need.')
  await press(page, 'Send rating')
  await expect(page.getByText('Thank you. We read every one.')).toBeVisible()

  await page.getByRole('link', { name: /Ask for a quote/ }).click()
  await press(page, 'Ask for a quote')
  await expect(page.getByLabel('Your name')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Work email').fill('ana@example.com')
  await page.getByLabel('Company').fill('Ruiz & Co')
  await press(page, 'Ask for a quote')
  await expect(page.getByRole('heading', { name: 'Thank you, Ana Ruiz.' })).toBeFocused()
  await page.getByRole('link', { name: 'Back to your trial' }).click()
  await expect(page.getByRole('radio', { name: /^4/ })).toBeChecked()
})

test('free from order to cash: the work by hand, the locked control explained, then the other plan', async ({
  page,
}) => {
  await start(page, 'Free')
  await order(page)
  await takeOver(page, 'Mateo')
  await page.getByRole('spinbutton').or(page.getByRole('textbox')).first().fill('24')
  await press(page, 'Set aside')
  await pickAndShip(page)
  await takeOver(page, 'Ingrid')
  await press(page, 'Send invoice')
  await press(page, 'Go to the day of payment')

  await press(page, 'Match automatically, not in this plan')
  await page.getByRole('link', { name: 'Compare the plans' }).click()
  await expect(page.getByText('“Match automatically” is locked here.')).toBeInViewport()
  await page.getByRole('link', { name: 'Back to your trial' }).click()

  const payment = page
    .getByRole('row')
    .filter({ hasText: 'ALDER STREET CAFES' })
    .filter({ hasText: '$1,020.00' })
  await payment.getByRole('button', { name: 'Book', exact: true }).click()
  await result(page, 100)
  await press(page, /Try it on Premium/)
  await expect(page.getByText('0 of 6')).toBeVisible()
  await expect(page.getByText('Premium', { exact: true }).first()).toBeVisible()
})

test('a reload and a closed tab come back to the same place', async ({ page, context }) => {
  await start(page, 'Premium')
  await order(page)
  await takeOver(page, 'Mateo')
  const place = page.url()
  await page.reload()
  await expect(page.getByLabel('Cases on the pallet', { exact: true })).toBeVisible()
  await page.close()

  const again = await context.newPage()
  await again.goto('/')
  await again.getByRole('link', { name: /Where you left off/ }).click()
  await expect(again).toHaveURL(place)
  await expect(again.getByLabel('Cases on the pallet', { exact: true })).toBeVisible()
})

test.describe('offline', () => {
  test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED/] })

  test('steps taken while offline are kept and sent', async ({ page, context }) => {
    await start(page, 'Premium')
    await press(page, 'New order')
    await context.route('**/api/v1/trials/*/events', (route) => route.abort('internetdisconnected'))
    await page.getByLabel('Customer', { exact: true }).selectOption({ label: 'Alder Street Cafés' })
    await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Paper cup 12 oz' })
    await page.getByLabel('Cases', { exact: true }).fill('24')
    await press(page, 'Save order')
    await expect(page.getByText('Offline. Kept on this device.')).toBeVisible()
    await context.unroute('**/api/v1/trials/*/events')
    await page.reload()
    await expect(page.getByLabel('Cases on the pallet', { exact: true })).toBeVisible()
  })
})

test('show me points at the next step, fills the form and takes it when told to', async ({ page }) => {
  await start(page, 'Premium')
  await press(page, 'Show me')
  await expect(page.getByText('Press “New order”.', { exact: true })).toBeVisible()
  await press(page, 'Do it for me')
  await press(page, 'Show me')
  await expect(page.getByLabel('Cases', { exact: true })).toHaveValue('24')
  await press(page, 'I’ll do it')
  await press(page, 'Save order')
  await takeOver(page, 'Mateo')
})

test('what is missing in a form is said at its field, and nothing is sent', async ({ page }) => {
  await start(page, 'Premium')
  await press(page, 'New order')
  await press(page, 'Save order')
  await expect(page.getByLabel('Customer', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Customer', { exact: true })).toHaveAccessibleDescription(/Fill this in/)
  await page.getByLabel('Cases', { exact: true }).fill('0')
  await page.getByLabel('Product', { exact: true }).focus()
  await expect(page.getByLabel('Cases', { exact: true })).toHaveAccessibleDescription(/At least 1/)
})

test('starting over begins a new trial and keeps the old one', async ({ page }) => {
  await start(page, 'Premium')
  const first = page.url()
  await press(page, 'New order')
  await press(page, 'Start over')
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
  await expect(page).not.toHaveURL(first)
  await expect(screen(page, 'Orders')).toBeVisible()
  await page.goto('/me')
  await expect(page.getByRole('link', { name: 'Continue' })).toHaveCount(2)
})

test('a trial goes on with the keyboard alone', async ({ page }) => {
  await page.goto(DEMO)
  await page.getByRole('radio', { name: 'Free' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Premium' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/try\//)
  await expect(screen(page, 'Orders')).toBeFocused()
  const begin = page.getByRole('button', { name: 'New order', exact: true })
  // Controls rest, and take no focus, until the steps of an earlier page are taken up.
  await expect(begin).toBeEnabled()
  await begin.focus()
  await page.keyboard.press('Enter')
  await expect(screen(page, 'New order')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(
    page
      .getByRole('button', { name: 'Help with Customer' })
      .or(page.getByLabel('Customer', { exact: true }))
      .and(page.locator(':focus')),
  ).toBeVisible()
})

test('the whole walk speaks Chinese', async ({ page }) => {
  await page.goto(`${DEMO}?lng=zh`)
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByRole('button', { name: '开始试用' }).click()
  await expect(page).toHaveURL(/\/try\//)
  await alive(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh')
  await page.getByRole('button', { name: '提示我' }).click()
  await page.getByRole('button', { name: '替我完成' }).click()
  await expect(screen(page, '新建订单')).toBeVisible()
})

test('on a phone the guide lies below the product and opens @phone', async ({ page }) => {
  await start(page, 'Premium')
  const guide = page.getByRole('complementary', { name: 'Guide' })
  await expect(guide.getByRole('heading', { name: 'Your tasks' })).toBeHidden()
  await page.getByRole('button', { name: 'Show the whole guide' }).click()
  await expect(guide.getByRole('heading', { name: 'Your tasks' })).toBeVisible()
  await page.getByRole('button', { name: 'Show less of the guide' }).click()
  await order(page)
  await takeOver(page, 'Mateo')
  await pickAndShip(page)
  await takeOver(page, 'Ingrid')
  await press(page, 'Send invoice')
  await press(page, 'Go to the day of payment')
  await result(page, 100)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, expectedProblems: [/status of 422 .*talk/] })

  test('reading pages and their choices work', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('list', { name: 'I work in' }).getByRole('link', { name: 'Finance' }).click()
    await expect(page).toHaveURL(/role=finance/)
    await page.getByRole('link', { name: 'From order to cash' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'From order to cash' })).toBeVisible()
    await page.goto('/pricing')
    await page.getByRole('link', { name: /Yearly/ }).click()
    await expect(page.getByText('Billed yearly at $490')).toBeVisible()
    await page.goto('/talk')
    await page.getByRole('button', { name: 'Ask for a quote' }).click()
    await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('Fill this in.')
  })
})

test('what is held about a visitor can be taken along and erased', async ({ page }) => {
  await start(page, 'Premium')
  const trial = page.url()
  await page.goto('/me')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download my data' }).click()
  expect((await download).suggestedFilename()).toBe('my-trials.json')
  await page.getByText('Erase my data').click()
  await press(page, 'Yes, erase everything')
  await expect(page.getByRole('heading', { name: 'Erased', exact: true })).toBeVisible()
  const receipt = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the receipt' }).click()
  expect((await receipt).suggestedFilename()).toBe('erasure-receipt.json')
  await page.goto('/me')
  await expect(page.getByText('No trials yet')).toBeVisible()
  const answer = await page.request.get(trial)
  expect(answer.status()).toBe(404)
})

test.describe('another browser', () => {
  test.use({ expectedProblems: [/status of 404/] })

  test('cannot open a trial, but by its personal link', async ({ page, browser }) => {
    await start(page, 'Premium')
    const trial = page.url()
    await press(page, 'New order')
    await page.goto('/me')
    await press(page, 'Another device')
    const link = await page.getByLabel('Open this link on the other device').inputValue()

    const stranger = await browser.newPage()
    await stranger.goto(trial)
    await expect(stranger.getByText('This trial cannot be opened')).toBeVisible()
    await stranger.goto(link)
    await expect(stranger).toHaveURL(link)
    await press(stranger, 'Continue here')
    await expect(stranger).toHaveURL(trial)
    await expect(screen(stranger, 'New order')).toBeVisible()
    await stranger.close()
  })
})
