import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { expect, test } from '#tests/support/fixtures'

const PAGES = [
  '/',
  '/demos/order-to-cash',
  '/pricing',
  '/help',
  '/help/getting-started',
  '/help?q=order',
  '/trust',
]

const MOST_SCRIPT_BYTES = 5_000

/** The scripts that a page loads, and its answer. */
async function open(page: Page, path: string) {
  const scripts: Response[] = []
  const note = (answer: Response) =>
    void (answer.request().resourceType() === 'script' && scripts.push(answer))
  page.on('response', note)
  const answer = await page.goto(path)
  await page.waitForLoadState('networkidle')
  page.off('response', note)
  return { answer, scripts: await Promise.all(scripts.map((script) => script.body())) }
}

test('reading pages carry one small script of our own, nothing inline, and no nonce', async ({ page }) => {
  for (const path of PAGES) {
    const { answer, scripts } = await open(page, path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy, path).toContain("script-src 'self';style-src 'self';")
    expect(scripts.length, path).toBe(1)
    expect(gzipSync(scripts[0] ?? '').length, path).toBeLessThanOrEqual(MOST_SCRIPT_BYTES)
    expect(
      await page
        .locator('link[rel=modulepreload], style, [style], script:not([src], [type="application/ld+json"])')
        .count(),
      path,
    ).toBe(0)
  }
})

test('where a visit came from is carried to the trial, and nothing is stored for it', async ({ page }) => {
  await page.goto('/?utm_source=fair&utm_medium=qr')
  await page.getByRole('link', { name: 'From order to cash' }).click()
  await expect(page).toHaveURL(/utm_source=fair/)
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/trials'),
  )
  await page.getByRole('button', { name: 'Start the trial' }).click()
  const fields = new URLSearchParams((await sent).postData() ?? '')
  expect([fields.get('source'), fields.get('medium')]).toEqual(['fair', 'qr'])
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
})

test('a demo shows the way of the plan that is chosen', async ({ page }) => {
  await page.goto('/demos/order-to-cash')
  await expect(page.locator('[data-plan=free]')).toBeVisible()
  await page.getByRole('radio', { name: 'Premium' }).check()
  await expect(page.locator('[data-plan=free]')).toBeHidden()
  await expect(page.locator('[data-plan=premium]')).toBeVisible()
})

test('choices that change how a page is shown keep its place and the focus', async ({ page }) => {
  await page.goto('/')
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  const finance = page.getByRole('link', { name: 'Finance' })
  await finance.click()
  await expect(finance).toHaveAttribute('aria-current', 'true')
  await expect(finance).toBeFocused()
  await expect(page).toHaveURL(/role=finance/)
  await page.goBack()
  await expect(finance).not.toHaveAttribute('aria-current')
  const theme = page.getByRole('button', { name: /^Theme/ })
  await theme.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(theme).toBeFocused()
  await page.getByRole('button', { name: 'No, thanks' }).click()
  await expect(page.getByRole('button', { name: 'No, thanks' })).toHaveCount(0)
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
})

test('a message can be dismissed, and stays away', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /First time here/ }).click()
  await expect(page.getByText('First time here?')).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('First time here?')).toHaveCount(0)
})

test('a page is shown in the language of its address, and a language that is chosen stays', async ({
  page,
}) => {
  await page.goto('/es/pricing')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await page.getByRole('link', { name: 'Ayuda' }).first().click()
  await expect(page).toHaveURL(/\/es\/help$/)
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page).toHaveURL(/\/zh\/help$/)
  await page.goto('/talk')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/talk$/)
  await page.getByRole('link', { name: 'Pricing' }).first().click()
  await expect(page).toHaveURL(/\/pricing$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('search engines find each page in each language, and nothing is told to run', async ({
  page,
  request,
}) => {
  await page.goto('/zh/demos/order-to-cash?utm_source=x')
  const head = (selector: string, name: string) => page.locator(`head ${selector}`).first().getAttribute(name)
  const { origin } = new URL(page.url())
  expect(await head('link[rel=canonical]', 'href')).toBe(`${origin}/zh/demos/order-to-cash`)
  expect(await head('link[hreflang=es]', 'href')).toBe(`${origin}/es/demos/order-to-cash`)
  expect(await head('link[hreflang=x-default]', 'href')).toBe(`${origin}/demos/order-to-cash`)
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
  ) as object
  expect(data).toMatchObject({ '@type': 'LearningResource', inLanguage: 'zh' })
  const picture = await request.get((await head('meta[property="og:image"]', 'content')) ?? '')
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain(`<loc>${origin}/es/help/getting-started</loc>`)
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${origin}/sitemap.xml`)
})

test('the next page is fetched ahead, and a link that chooses a language is not', async ({ page }) => {
  const ahead: string[] = []
  page.on('request', (sent) => {
    if (sent.headers()['sec-purpose']?.includes('prefetch')) ahead.push(new URL(sent.url()).pathname)
  })
  const answer = await page.goto('/')
  expect(answer?.headers()['speculation-rules']).toBe('"/speculation-rules.json"')
  await page.getByRole('link', { name: '中文' }).hover()
  await page.getByRole('link', { name: 'Pricing' }).first().hover()
  await expect.poll(() => ahead).toContain('/pricing')
  expect(ahead).not.toContain('/zh')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a trial begins, and theme, consent and search work', async ({ page }) => {
    await page.goto('/help')
    await page.getByLabel(/Search/).fill('order')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=order/)
    await page.getByRole('button', { name: /^Theme/ }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.goto('/demos/order-to-cash')
    await page.getByRole('button', { name: 'No, thanks' }).click()
    await expect(page.getByRole('button', { name: 'No, thanks' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Start the trial' }).click()
    await expect(page).toHaveURL(/\/try\//)
  })
})
