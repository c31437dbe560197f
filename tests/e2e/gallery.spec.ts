import AxeBuilder from '@axe-core/playwright'
import { alive } from '#tests/support/alive'
import { sample } from '#tests/support/depth'
import { expect, staffState, test } from '#tests/support/fixtures'
import { blockSchema } from '~/domain/demo/format/schema-blocks'

const KINDS = Object.keys(blockSchema.shape)

test.use({ storageState: ({}, use) => use(staffState()) })

test('the gallery shows every kind of block', async ({ page }) => {
  await page.goto('/studio/blocks')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(KINDS.length)
})

for (const kind of sample(KINDS, 4)) {
  test(`the block ${kind} is drawn live and has nothing that axe finds`, async ({ page }) => {
    await page.goto(`/studio/blocks/${kind}`)
    await alive(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page })
      // The page has several copies of the block, and so of its landmarks.
      .disableRules(['landmark-unique'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })
}

test('a press says what it sends, and the block goes on from there', async ({ page }) => {
  await page.goto('/studio/blocks/table')
  await alive(page)
  const light = page.getByRole('figure', { name: 'Light · Wide · English' })
  await light.getByRole('button', { name: 'SO-1042' }).click()
  await expect(page.getByRole('log')).toContainText('Sends OPEN_ORDER {"id":"o1"}')
  await light
    .getByRole('row', { name: /SO-1042/ })
    .getByRole('button', { name: 'Ship' })
    .click()
  await expect(page.getByRole('log')).toContainText('Sends SHIP_ORDER {"id":"o1"}')
  await expect(light.getByRole('row', { name: /SO-1042/ })).toContainText('Shipped')
  const dark = page.getByRole('figure', { name: 'Dark · Wide · English' })
  await expect(dark.getByRole('row', { name: /SO-1042/ })).toContainText('Open')
})

test('sorting and filtering a list send nothing', async ({ page }) => {
  await page.goto('/studio/blocks/table')
  await alive(page)
  const light = page.getByRole('figure', { name: 'Light · Wide · English' })
  await light.getByRole('button', { name: 'Total' }).press('Enter')
  await expect(light.getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(light.getByRole('row').nth(1)).toContainText('Kiosk 24')
  await light.getByRole('searchbox', { name: 'Filter' }).fill('tide')
  await expect(light.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('log')).not.toContainText('Sends')
})

test('a phone shows each language, and an author copies the block', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/studio/blocks/form')
  await alive(page)
  const chinese = page.getByRole('group', { name: 'Dark · 390 px · 中文' })
  await chinese.getByRole('button', { name: '保存订单' }).click()
  await expect(chinese.getByRole('combobox', { name: '客户' })).toBeFocused()
  await expect(chinese.getByRole('combobox', { name: '客户' })).toHaveAccessibleDescription('请填写。')
  await page.getByRole('button', { name: /^Copy\s*The block$/ }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('- form:')
})
