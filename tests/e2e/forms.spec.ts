import type { Page } from '@playwright/test'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()) })

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved/ })
/** A field by its label; an optional one says so after its name. */
const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${name}( ?Optional)?$`) })

async function createPost(page: Page, slug: string) {
  await page.goto('/studio/help?new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(slug)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(field(page, 'Title, English')).toBeVisible()
}

/** Waits until the page is hydrated: before that, what is typed is lost. */
async function type(page: Page, name: string, text: string) {
  await expect(async () => {
    await field(page, name).fill('')
    await field(page, name).fill(text)
    await field(page, name).blur()
    await expect(page.getByRole('status').filter({ hasText: /^(Not saved|Saving)/ })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
}

test.describe('two tabs on one draft', () => {
  test.use({ expectedProblems: [/status of 409/] })

  test('merge what differs, ask about what clashes, and lose nothing', async ({ page, context }) => {
    await createPost(page, 'two-tabs')
    const other = await context.newPage()
    await other.goto('/studio/help/two-tabs')
    await expect(field(other, 'Title, English')).toHaveValue('two-tabs')

    await type(page, 'Summary, English', 'From the first tab')
    await expect(saved(page)).toBeVisible()
    await type(other, 'Topic', 'second')
    await expect(other.getByText('were merged with yours')).toBeVisible()
    await expect(field(other, 'Summary, English')).toHaveValue('From the first tab')
    await expect(saved(other)).toBeVisible()

    await page.reload()
    await expect(field(page, 'Topic')).toHaveValue('second')
    await type(page, 'Title, English', 'First title')
    await expect(saved(page)).toBeVisible()
    await type(other, 'Title, English', 'Second title')
    const dialog = other.getByRole('dialog')
    await expect(dialog.getByText('First title')).toBeVisible()
    await dialog.getByRole('radio', { name: 'Yours' }).check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(saved(other)).toBeVisible()
    await page.reload()
    await expect(field(page, 'Title, English')).toHaveValue('Second title')
    await expect(field(page, 'Summary, English')).toHaveValue('From the first tab')
  })

  test('publish what was saved, while the other tab goes on typing and keeps its words', async ({
    page,
    context,
  }) => {
    await createPost(page, 'typed-on')
    const other = await context.newPage()
    await other.goto('/studio/help/typed-on')
    await type(page, 'Summary, English', 'Live')
    await expect(saved(page)).toBeVisible()
    await type(other, 'Topic', 'later')
    await page.getByRole('button', { name: 'Publish…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText(/Revision 1 is live|Somebody saved/).first()).toBeVisible()
    await expect(saved(other)).toBeVisible()
    await other.reload()
    await expect(field(other, 'Topic')).toHaveValue('later')
    await expect(field(other, 'Summary, English')).toHaveValue('Live')
  })
})

test('a form and its source are one draft, and comments stay', async ({ page }) => {
  await page.goto('/studio/settings/settings')
  const days = field(page, 'Conversion window, in days')
  await expect(async () => {
    await days.fill('')
    await days.fill('400')
    await expect(page.getByText('At most 365.')).toBeVisible({ timeout: 1_500 })
  }).toPass()
  await days.fill('45')
  await expect(page.getByText('At most 365.')).toBeHidden()
  await page.getByRole('link', { name: 'Source', exact: true }).click()
  const source = page.getByRole('textbox', { name: 'Text of settings.yaml' })
  await expect(source).toContainText('conversionWindowDays: 45')
  await expect(source).toContainText('# How many of that currency one unit of another is worth')
  await page.getByRole('link', { name: 'Form', exact: true }).click()
  await days.fill('30')
  await expect(saved(page)).toBeVisible()
})
