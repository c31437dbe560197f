import { expect, staffState, test } from '#tests/support/fixtures'

test.use({
  storageState: ({}, use) => use(staffState()),
  expectedProblems: [/status of 404/],
})

test('what goes wrong inside the staff’s faces keeps the way on and out, also after a click', async ({
  page,
}) => {
  for (const address of ['/boards/trials/x', '/boards/nowhere', '/studio/demo/nope', '/studio/a/b/c/d']) {
    const response = await page.goto(address)
    expect([address, response?.status()]).toEqual([address, 404])
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Go to my start page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Trials', exact: true }).click()
  await expect(page).toHaveURL(/\/boards\/trials$/)
})

test('a wrong part of a filter is named, and the board is there', async ({ page }) => {
  await page.goto('/boards?from=2026-02-30&range=1d')
  await expect(page.getByRole('status').filter({ hasText: '2026-02-30' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
