import { expect, staffState, test } from '#tests/support/fixtures'

test('a prospect asks, the team answers, and the prospect sees that it was answered', async ({
  page,
  browser,
}) => {
  const company = `Alder ${Date.now()}`
  await page.goto('/talk?goal=question')
  await page.getByLabel('Your name').fill('Ann Lee')
  await page.getByLabel('Work email').fill('ann@alder.example')
  await page.getByLabel('Company').fill(company)
  await page.getByLabel('What would you like to know?').fill('Does it follow our stock?')
  await page.getByRole('button', { name: 'Send the question' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, Ann Lee.' })).toBeFocused()
  await expect(page.getByText('this center has no mail server yet')).toBeVisible()

  const staff = await browser.newContext({ storageState: staffState() })
  const inbox = await staff.newPage()
  await inbox.goto('/team')
  await inbox
    .getByRole('main')
    .getByRole('link', { name: new RegExp(company) })
    .click()
  await expect(inbox.getByText('Does it follow our stock?')).toBeVisible()
  await inbox.getByRole('button', { name: 'Mark as answered' }).click()
  await expect(inbox.getByText('Marked as answered.')).toBeVisible()
  await staff.close()

  await page.goto('/me')
  await expect(page.getByText('Answered', { exact: true })).toBeVisible()
})
