import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/fixtures'

// The browser logs an error for each failed request.
test.use({
  expectedProblems: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/],
})

const notice = (page: Page) =>
  page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) })

async function writeToUs(page: Page): Promise<void> {
  await page.goto('/talk')
  await page.waitForFunction(() => Object.keys(document.querySelector('form') ?? {}).length > 0)
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Work email').fill('josé@ejemplo.es')
  await page.getByLabel('Company').fill('Ruiz & Co')
}

const ask = (page: Page) => page.getByRole('button', { name: 'Ask for a quote' }).click()

test('offline, links and forms keep the page and what was typed, and go when tried again', async ({
  page,
  context,
}) => {
  await writeToUs(page)
  await context.setOffline(true)
  await ask(page)
  await expect(notice(page)).toContainText('No connection')
  await expect(notice(page)).toContainText('What you typed is still here')

  for (const press of [
    page.getByRole('link', { name: 'Pricing' }),
    page.getByRole('link', { name: 'Team sign-in' }),
    page.getByRole('link', { name: '中文' }),
    page.getByRole('button', { name: /^Theme/ }),
  ]) {
    await notice(page).getByRole('button', { name: 'Not now' }).click()
    await press.click()
    await expect(notice(page)).toContainText('No connection')
    await expect(page).toHaveURL(/\/talk$/)
    await expect(page.getByLabel('Company')).toHaveValue('Ruiz & Co')
  }

  await ask(page)
  await expect(notice(page)).toContainText('What you typed is still here')
  await page.getByLabel('Company').fill('Ruiz and Sons')
  await context.setOffline(false)
  await notice(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, Ana Ruiz.' })).toBeVisible()
  await expect(notice(page)).toBeHidden()
})

test('one address held back, an answer of a proxy and one of a broken server are told apart', async ({
  page,
}) => {
  await writeToUs(page)
  const answers = [
    { handle: () => null, words: 'Something is blocking this request' },
    {
      handle: () => ({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' }),
      words: 'did not come from Foyer',
    },
    {
      handle: () => ({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
      words: 'The server could not answer',
    },
  ]
  for (const { handle, words } of answers) {
    await page.route('**/talk.data*', (route) => {
      const answer = handle()
      return answer ? route.fulfill(answer) : route.abort()
    })
    await ask(page)
    await expect(notice(page)).toContainText(words)
    await expect(page.getByLabel('Your name')).toHaveValue('Ana Ruiz')
    await page.unroute('**/talk.data*')
  }
  await notice(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, Ana Ruiz.' })).toBeVisible()
})

test('offline at the start of a trial: the choice stays, and the trial begins when tried again', async ({
  page,
  context,
}) => {
  await page.goto('/demos/order-to-cash')
  await page.getByRole('radio', { name: 'Premium' }).check()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Start the trial' }).click()
  await expect(notice(page)).toContainText('No connection')
  await expect(page.getByRole('radio', { name: 'Premium' })).toBeChecked()
  await context.setOffline(false)
  await notice(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page).toHaveURL(/\/try\//)
})
