import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()), expectedProblems: [/422 \(Unprocessable Entity\)/] })

test('a growth lead plans a split, is told what is missing, and sees a visitor keep one side until it is stopped', async ({
  page,
  browser,
}) => {
  await page.goto('/boards/splits')
  await page.getByRole('link', { name: 'New split' }).click()
  await page.getByLabel('Document').selectOption({ label: 'Message · First time here?' })
  await page.getByRole('button', { name: 'Choose' }).click()
  const share = page.getByLabel('Visitors who are shown the other side, %')
  await share.fill('150')
  await page.getByRole('button', { name: 'Start the split' }).click()
  await expect(page.getByText('Write a name of at most 100 characters')).toBeVisible()
  await expect(page.getByText('This number is out of range')).toBeVisible()
  await expect(share).toHaveValue('150')
  await page.getByLabel('Name').fill('Does the greeting help?')
  await share.fill('50')
  await page.getByRole('button', { name: 'Start the split' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Does the greeting help/ })).toBeVisible()
  await expect(page.getByText('Too few to tell')).toBeVisible()
  await expect(page.getByText('1,534 on each side, 3,068 in all')).toBeVisible()

  const visitor = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const visit = await visitor.newPage()
  await visit.goto('/')
  const greeting = visit.getByText('First time here?')
  const isShown = (await greeting.count()) > 0
  for (let count = 0; count < 3; count += 1) {
    await visit.reload()
    await expect(greeting).toHaveCount(isShown ? 1 : 0)
  }

  await page.getByText('Stop the split', { exact: true }).click()
  await page.getByLabel('Why').fill('Only a test')
  await page.getByRole('button', { name: 'Stop it now' }).click()
  await expect(page.getByText('Stopped', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Only a test')).toBeVisible()
  await visit.reload()
  await expect(greeting).toHaveCount(1)
  await visitor.close()
})
