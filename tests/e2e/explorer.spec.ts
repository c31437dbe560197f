import type { Page } from '@playwright/test'
import { expect, staffState, test } from '#tests/support/fixtures'

test.use({ storageState: ({}, use) => use(staffState()) })

const LIST =
  '/boards/trials?demo=order-to-cash&set=finished&range=all&simulated=in&columns=started,score,notes'

/** Opens the replay of a finished trial; gives its address. */
async function openReplay(page: Page, place = 0): Promise<string> {
  await page.goto(LIST)
  await page.getByRole('rowgroup').nth(1).getByRole('link').nth(place).click()
  await expect(page.getByText(/^Step 0 of \d+/)).toBeVisible()
  return new URL(page.url()).pathname
}

test('a replay is walked, played and jumped through by keyboard, and its address tells where it is', async ({
  page,
}) => {
  await openReplay(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^Step 1 of/)).toBeVisible()
  await expect(page).toHaveURL(/step=1/)
  await page.keyboard.press('Home')
  await expect(page.getByText(/^Step 0 of/)).toBeVisible()
  await page.keyboard.press('t')
  const moments = page.getByRole('navigation', { name: 'Moments' })
  await expect(moments.getByRole('link').and(page.locator('[aria-current="step"]')).first()).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('t')
  await expect(page.getByRole('status').filter({ hasText: 'no further moment' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('8')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('k')
  await expect(page.getByText(/^Step (\d+) of \1 /)).toBeVisible()
})

test('keys of one letter can be switched off, and stay so', async ({ page }) => {
  await openReplay(page)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys of the replay' })
  await help.getByRole('checkbox', { name: 'Use keys of one letter or sign' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(help).toBeHidden()
  await page.reload()
  await page.keyboard.press('?')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^Step 1 of/)).toBeVisible()
  await expect(help).toBeHidden()
})

test('a note is written, changed, deleted and brought back, and the list finds it as text', async ({
  page,
}) => {
  await openReplay(page, 1)
  const notes = page.getByRole('region', { name: 'Notes of the team' })
  const text = `<b>Ask ${Date.now()}</b> 100%`
  const written = (words: string) => notes.getByRole('paragraph').filter({ hasText: words })
  await notes.getByLabel('Note for the team').fill(text)
  await notes.getByRole('button', { name: 'Add note' }).click()
  await expect(written(text)).toBeVisible()
  await notes.getByText('Edit', { exact: true }).last().click()
  await notes.getByLabel('Text of the note').last().fill('Something else')
  await notes.getByRole('button', { name: 'Save' }).last().click()
  await expect(written('Something else')).toBeVisible()
  await notes.getByRole('button', { name: 'Undo' }).click()
  await expect(written(text)).toBeVisible()
  await notes.getByRole('button', { name: 'Delete' }).last().click()
  await expect(notes.getByText('The note was deleted.')).toBeVisible()
  await expect(written(text)).toBeHidden()
  await notes.getByRole('button', { name: 'Undo' }).click()
  await expect(written(text)).toBeVisible()
  await expect(async () => {
    await page.goto(LIST)
    await page.getByRole('searchbox', { name: /^Search in comments/ }).fill(text.toUpperCase())
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '1 trial' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByRole('cell', { name: text })).toBeVisible()
  await page.getByRole('link', { name: /^Remove Written/ }).click()
  await expect(page).not.toHaveURL(/search=/)
})

test('two trials of the list are seen side by side, and one beside the ideal path', async ({ page }) => {
  await page.goto(LIST)
  const boxes = page.getByRole('checkbox', { name: /^Choose .* to compare$/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Compare the two chosen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Two trials side by side' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^First trial/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Second trial/ })).toBeVisible()
  await page.getByRole('link', { name: 'Time', exact: true }).click()
  await expect(page).toHaveURL(/by=time/)
  await page.getByRole('link', { name: 'Replay of the first' }).click()
  await page.getByRole('link', { name: 'Compare with the ideal path' }).click()
  await expect(page.getByRole('heading', { name: 'Ideal path' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByText(/^Step (\d+) of \1 /)).toBeVisible()
})
