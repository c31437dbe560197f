import type { Page } from '@playwright/test'
import { alive } from '#tests/support/alive'
import { expect, test } from '#tests/support/fixtures'

interface HeldWindow extends Window {
  freeTasks: () => void
}

/** Holds React's tasks, which it posts to itself, until `free` is called. */
async function holdTasks(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const held: (() => void)[] = []
    let isHolding = true
    const post = MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      if (isHolding) held.push(() => post.call(this, message))
      else post.call(this, message)
    }
    const free = () => {
      isHolding = false
      for (const act of held.splice(0)) act()
    }
    Object.assign(window, { freeTasks: free })
  })
  return () => page.evaluate(() => (window as unknown as HeldWindow).freeTasks())
}

/** React has the page, and has not drawn it yet. */
const taken = (page: Page) =>
  page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')))

test('what is typed between the start of hydration and its first drawing counts, and the page comes alive', async ({
  page,
}) => {
  const free = await holdTasks(page)
  await page.goto('/talk')
  await taken(page)
  await page.getByLabel('Your name').focus()
  await page.keyboard.type('Ana')
  await free()
  await alive(page)
  await expect(page.getByLabel('Your name')).toHaveValue('Ana')
  await page.getByRole('button', { name: 'Ask for a quote' }).click()
  await expect(page.getByLabel('Company')).toHaveAccessibleDescription('Fill this in.')
  await expect(page.getByLabel('Your name')).toHaveValue('Ana')
})
