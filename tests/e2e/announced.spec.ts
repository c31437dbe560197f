import type { Locator, Page } from '@playwright/test'
import { expect, test } from '#tests/support/fixtures'
import { openTrial } from '#tests/support/open-trial'

/** Moves the focus forward until it is there, as with a keyboard alone. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await place.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The focus never gets there.')
}

const pressByKey = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true })
  await expect(button).toBeEnabled()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function enter(page: Page, label: string, keys: string): Promise<void> {
  await tabTo(page, field(page, label))
  await page.keyboard.type(keys)
}

/** What the player's live region said, in order. */
async function announcements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const listen = () => {
      const region = document.querySelector('#main > [role="status"].sr-only')
      const text = region?.textContent ?? ''
      const key = region?.firstElementChild
      if (text !== '' && key && !key.hasAttribute('data-heard')) {
        key.setAttribute('data-heard', '')
        said.push(text)
      }
    }
    new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}

test('order to cash by keyboard alone, each step announced once', async ({ page }) => {
  const said = await announcements(page)
  await openTrial(page, 'order-to-cash', 'premium')
  await pressByKey(page, 'New order')
  await enter(page, 'Customer', 'Alder')
  await enter(page, 'Product', 'Paper cup 12')
  await enter(page, 'Cases', '24')
  await pressByKey(page, 'Save order')
  await expect(page.getByRole('button', { name: 'Continue as Mateo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await enter(page, 'Cases on the pallet', '24')
  await pressByKey(page, 'Confirm count')
  await pressByKey(page, 'Ship')
  await expect(page.getByRole('button', { name: 'Continue as Ingrid' })).toBeFocused()
  await page.keyboard.press('Enter')
  await pressByKey(page, 'Send invoice')
  await pressByKey(page, 'Go to the day of payment')
  await expect(page.getByRole('button', { name: 'See how it went' })).toBeVisible()
  expect(await said()).toEqual([
    'Next: Press “New order”.',
    'Next: Fill in the form, then press “Save order”.',
    expect.stringMatching(
      /^Done: .*, .*\. 15 points earned\. 15 points earned\. On Free it takes 1 step more, by hand\.$/,
    ),
    'Next: Fill in the form, then press “Confirm count”.',
    'Next: Press “Ship”.',
    expect.stringMatching(/^Done: Deliver exactly what was ordered\. 25 points earned\.$/),
    'Next: Press “Send invoice”.',
    expect.stringMatching(
      /^Done: Send the invoice\. 15 points earned\. Next: Press “Go to the day of payment”\.$/,
    ),
    expect.stringMatching(/^Done: Book the payment to the invoice/),
  ])
})
