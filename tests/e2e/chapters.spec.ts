import type { Locator, Page } from '@playwright/test'
import { alive } from '#tests/support/alive'
import { expect, test } from '#tests/support/fixtures'
import { openTrial } from '#tests/support/open-trial'

interface Kept {
  trial: { lastSeq: number; path: string[]; entry: string; plan: string; shown: number; steps: number }
  trace: { type: string; by?: 'shown' }[]
}

const readTrial = async (page: Page, id: string): Promise<Kept> =>
  (await (await page.request.get(`/api/v1/trials/${id}`)).json()) as Kept

const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const heading = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('heading', { level: 2, name, exact: true })
const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
const undo = (page: Page): Locator => page.getByRole('button', { name: 'Back one step' })

test('the last step is taken back, on the screen and on the server', async ({ page }) => {
  const id = await openTrial(page, 'order-to-cash', 'free')
  await expect(undo(page)).toBeDisabled()
  await press(page, 'New order')
  await expect(heading(page, 'New order')).toBeVisible()
  await undo(page).click()
  await expect(heading(page, 'Orders')).toBeVisible()
  await expect(undo(page)).toBeDisabled()
  await expect
    .poll(async () => (await readTrial(page, id)).trace.map(({ type }) => type))
    .toEqual(['NEW_ORDER', '@undo'])
  await page.reload()
  await expect(heading(page, 'Orders')).toBeVisible()
  expect((await readTrial(page, id)).trial.path).toEqual(['orders'])
})

test('a chapter ahead is jumped to by keyboard; its steps are shown, said aloud and kept as such', async ({
  page,
}) => {
  const id = await openTrial(page, 'order-to-cash', 'free')
  const chapters = page.getByRole('navigation', { name: 'Chapters' })
  await expect(chapters.getByRole('listitem').first()).toContainText('1.')
  const ahead = chapters.getByRole('button', { name: /Jump here/ }).first()
  await ahead.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /done for you/ })).toBeVisible()
  await expect.poll(async () => (await readTrial(page, id)).trial.lastSeq).toBeGreaterThan(0)
  const { trace, trial } = await readTrial(page, id)
  expect(trace.every(({ by }) => by === 'shown')).toBe(true)
  expect(trial.path).toEqual(['orders'])
  await page.reload()
  await expect(chapters.locator('[aria-current="step"]')).toContainText('2.')
})

test('a trial is started over at its chapter', async ({ page }) => {
  const id = await openTrial(page, 'order-to-cash', 'free')
  const chapters = page.getByRole('navigation', { name: 'Chapters' })
  await chapters
    .getByRole('button', { name: /Jump here/ })
    .first()
    .click()
  await expect(chapters.locator('[aria-current="step"]')).toContainText('2.')
  await page.getByRole('button', { name: 'All chapters' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start over here' }).nth(1).click()
  await expect.poll(() => idOf(page)).not.toBe(id)
  await expect(chapters.locator('[aria-current="step"]')).toContainText('2.')
  await expect.poll(async () => (await readTrial(page, idOf(page))).trial.shown).toBeGreaterThan(0)
})

test('a link to a state begins there on its plan, and one to a state that is gone begins at the start and says so', async ({
  page,
}) => {
  await page.goto('/demos/order-to-cash?at=order-form&plan=premium')
  await expect(page.getByText('You begin at', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Start', exact: false }).first().click()
  await alive(page)
  await expect(heading(page, 'New order')).toBeVisible()
  await expect
    .poll(async () => (await readTrial(page, idOf(page))).trial)
    .toMatchObject({ path: ['orders'], entry: 'link', plan: 'premium', shown: 1, steps: 0 })

  await page.goto('/demos/order-to-cash?at=nowhere')
  await expect(
    page.getByText('You begin at the start', { exact: false }).or(page.getByText('you begin at the start')),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Start', exact: false }).first().click()
  await alive(page)
  await expect(heading(page, 'Orders')).toBeVisible()
  await expect(page.getByText('There is no way there from here', { exact: false })).toBeVisible()
})

test('the plan is switched inside a trial: the same steps are carried over, and back leads to the first', async ({
  page,
}) => {
  const id = await openTrial(page, 'order-to-cash', 'free')
  await press(page, 'New order')
  await expect(heading(page, 'New order')).toBeVisible()
  await page.getByRole('button', { name: 'Switch to Premium' }).click()
  await expect.poll(() => idOf(page)).not.toBe(id)
  await expect(page.getByRole('status').filter({ hasText: 'carried over to Premium' })).toBeVisible()
  await expect(heading(page, 'New order')).toBeVisible()
  await expect
    .poll(async () => (await readTrial(page, idOf(page))).trial)
    .toMatchObject({ entry: 'switch', plan: 'premium', shown: 1, steps: 0, path: ['orders'] })
  await page.goBack()
  await expect.poll(() => idOf(page)).toBe(id)
  await expect(heading(page, 'New order')).toBeVisible()
  expect((await readTrial(page, id)).trial).toMatchObject({ entry: 'start', plan: 'free', steps: 1 })
})
