import type { Page } from '@playwright/test'
import { alive } from './alive'

/** Begins a trial and opens its page; resolves to its id once the page is hydrated. */
export async function openTrial(page: Page, demo: string, plan: string): Promise<string> {
  const origin = process.env.FOYER_TEST_URL ?? ''
  const answer = await page.request.post('/api/v1/trials', {
    headers: { origin },
    data: { demo, plan, locale: 'en' },
  })
  const { id } = (await answer.json()) as { id: string }
  await page.goto(`/try/${id}`)
  await alive(page)
  return id
}
