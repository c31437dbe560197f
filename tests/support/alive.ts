import type { Page } from '@playwright/test'

/** Waits for hydration: before it a press does nothing. The buttons of decorative screens are never hydrated. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const buttons = [...document.querySelectorAll('main button')]
    return buttons.some((button) => Object.keys(button).some((key) => key.startsWith('__reactProps')))
  })
}
