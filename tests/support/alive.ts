import type { Page } from '@playwright/test'

/** Waits until React has taken over the page that the server drew: before that a press does nothing. Pictures of a screen hold buttons that stay dead. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const buttons = [...document.querySelectorAll('main button')]
    return buttons.some((button) => Object.keys(button).some((key) => key.startsWith('__reactProps')))
  })
}
