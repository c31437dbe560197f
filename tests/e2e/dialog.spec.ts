import AxeBuilder from '@axe-core/playwright'
import { alive } from '#tests/support/alive'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()) })

test('a dialog takes the focus, keeps the screen behind it out of reach, and is left by Escape', async ({
  page,
}) => {
  await page.goto('/studio/demo/order-to-cash/preview')
  await alive(page)
  await page.getByRole('button', { name: 'New order', exact: true }).click()

  const dialog = page.getByRole('dialog', { name: 'New order' })
  await expect(dialog.getByRole('heading', { name: 'New order' })).toBeFocused()
  await expect(page.getByText('Latest orders')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Latest orders' })).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).include('.product').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])

  await dialog.getByRole('button', { name: 'Save order' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Customer' })).toBeFocused()
  await expect(dialog.getByText('Fill this in.').first()).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeFocused()
  await expect(page.getByRole('group', { name: 'Latest orders' })).toBeVisible()
})

test('a dialog that a menu opened gives the focus back to the button of the menu', async ({ page }) => {
  await page.goto('/studio/help/getting-started')
  await alive(page)
  const more = page.getByRole('button', { name: 'More' })
  await more.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Retire/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
})
