import { expect, staffState, test } from '#tests/support/fixtures'

test('the server says that it lives and is ready', async ({ request }) => {
  expect(await (await request.get('/healthz')).json()).toEqual({ status: 'ok' })
  expect(await (await request.get('/readyz')).json()).toEqual({ status: 'ready', database: 'up' })
  expect(await (await request.get('/metrics')).text()).toContain('foyer_http_request_duration_seconds')
})

test('a page with scripts comes alive under a policy without unsafe parts', async ({ page }) => {
  const response = await page.goto('/talk')
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+'/)
  expect(policy).not.toContain('unsafe')
  await expect(page.locator('h1')).toBeVisible()
  await page.waitForFunction(() => '__remixRouterContext' in window || '__remixContext' in window)
})

test('a language that is chosen stays', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh')
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1, name: '团队登录' })).toBeVisible()
})

test('a write from another site is refused', async ({ request }) => {
  const answer = await request.post('/sign-in', {
    headers: { origin: 'https://evil.example' },
    form: { email: 'a' },
  })
  expect(answer.status()).toBe(403)
})

test.describe('the team', () => {
  test.use({ expectedProblems: [/status of 401 .*sign-in\.data/] })

  test('signs in, is told of a wrong password in one way, and signs out for good', async ({
    page,
    context,
  }) => {
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in\?to=%2Faccount/)
    await page.getByLabel('Email').fill(process.env.FOYER_TEST_EMAIL ?? '')
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toHaveText('The email or the password is wrong.')
    await page.getByLabel('Password').fill(process.env.FOYER_TEST_PASSWORD ?? '')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/account$/)
    const cookies = await context.cookies()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await context.addCookies(cookies)
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/)
  })

  test.describe('signed in already', () => {
    test.use({ storageState: ({}, use) => use(staffState()) })

    test('goes straight to the account', async ({ page }) => {
      await page.goto('/account')
      await expect(page.getByRole('heading', { level: 1, name: 'Admin' })).toBeVisible()
    })
  })
})

test('the first page fits a phone @phone', async ({ page }) => {
  await page.goto('/')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
