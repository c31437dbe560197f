import type { Page } from '@playwright/test'

/** Waits until React has taken over the page that the server drew: before that a press does nothing. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const button = document.querySelector('main button')
    return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'))
  })
}
