import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** Follows the coach's card of an English page and nothing else, as a prospect does who reads only that. */
export async function followCoach(
  page: Page,
  arrived: () => Promise<void> = async () => {},
): Promise<number> {
  for (let acts = 0; acts < 80; acts++) {
    await expect(whatToDo(page)).toBeVisible()
    await arrived()
    if (await toResult(page).isVisible()) {
      await toResult(page).click()
      return acts
    }
    await waitForChange(page, () => act(page))
  }
  throw new Error('The coach leads to no end.')
}

const card = (page: Page): Locator => page.getByRole('group', { name: 'The next step' })
const toResult = (page: Page): Locator => page.getByRole('button', { name: 'See how it went' })
const handover = (page: Page): Locator => page.getByRole('button', { name: /^Continue as / })
const whatToDo = (page: Page): Locator => card(page).or(toResult(page)).or(handover(page)).first()

async function act(page: Page): Promise<void> {
  if (await handover(page).isVisible()) return handover(page).click()
  const going = card(page).getByRole('button', { name: 'Take me there' })
  if (await going.isVisible()) {
    // A hint scrolls to its control by itself, and then there is nothing to press.
    await going.click({ timeout: 2_000 }).catch(() => {})
    await expect(going).toBeHidden()
  }
  const sentence = (await card(page).locator('p').first().textContent()) ?? ''
  const doing = card(page).getByRole('button', { name: 'Do it for me' })
  if (await doing.isVisible()) return doing.click()
  const named = /^(?:Press|Answer) “([^”]+)”(?! anywhere)/.exec(sentence)?.[1]
  if (named === undefined)
    return card(page)
      .getByRole('button', { name: /^Show me/ })
      .click()
  const control = page.locator('.product').getByRole('button', { name: named, exact: true })
  return control.and(page.locator('[data-coached]')).click()
}

/** Acts, and waits until the page says something else; a step to the same screen may say the same. */
async function waitForChange(page: Page, doIt: () => Promise<void>): Promise<void> {
  const before = await page.locator('body').innerText()
  await doIt()
  const isOther = (was: string) => document.body.innerText !== was
  await page.waitForFunction(isOther, before, { timeout: 3_000 }).catch(() => {})
}
