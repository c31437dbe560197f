import AxeBuilder from '@axe-core/playwright'
import { alive } from '#tests/support/alive'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()), expectedProblems: [/422 .*boards.costs/] })

test('a cost is entered, removed and put back', async ({ page }, { retry }) => {
  const source = `fair ${retry}`
  await page.goto('/boards/costs')
  await alive(page)
  const form = page.getByRole('form', { name: 'Enter a cost' })
  await form.getByLabel('Channel').selectOption({ label: 'Paid' })
  await form.getByLabel('Campaign').fill('autumn')
  await form.getByLabel('First day').fill('2026-10-01')
  await form.getByLabel('Last day').fill('2026-09-01')
  await form.getByLabel('Amount').fill('1,250.50')
  await form.getByLabel('Currency').fill('EUR')
  await form.getByRole('button', { name: 'Enter cost' }).click()
  await expect(form.getByText('The last day is before the first')).toBeVisible()
  await expect(form.getByText('Name the source of the campaign too')).toBeVisible()
  await form.getByLabel('Source').fill(source)
  await form.getByLabel('Last day').fill('2026-10-31')
  await form.getByRole('button', { name: 'Enter cost' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  const row = page.getByRole('row').filter({ hasText: source })
  await expect(row).toContainText('€1,251')
  await row.getByRole('button', { name: 'Remove' }).click()
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('€1,251')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('a file of costs is looked at line by line before it is taken over', async ({ page }, { retry }) => {
  await page.goto('/boards/costs/import')
  await alive(page)
  const lines = [
    'channel,source,from,to,amount,currency',
    `email,letter ${retry},2026-02-01,2026-02-28,300,USD`,
    'email,letter,2026-02-30,2026-03-01,300,USD',
  ]
  const buffer = Buffer.from(lines.join('\n'))
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'costs.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByText('Nothing was written yet.')).toBeVisible()
  const bad = page.getByRole('row').filter({ hasText: '2026-02-30' })
  await expect(bad.getByRole('cell').first()).toHaveText('3')
  await expect(bad).toContainText('Write a day such as 2026-03-31')
  await page.getByRole('button', { name: 'Take over 1 cost' }).click()
  await expect(page.getByRole('status')).toContainText('Taken over: costs.csv')
  await page.getByRole('link', { name: 'See all costs' }).click()
  await expect(page.getByRole('row').filter({ hasText: `letter ${retry}` })).toContainText('$300.00')
})
