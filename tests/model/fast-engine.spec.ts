import type { Page } from '@playwright/test'
import { follow } from '~/domain/demo/proof/ideal'
import { startBuiltServer } from '#tests/support/built-server'
import { TRIES_ALL } from '#tests/support/depth'
import { expect, test } from '#tests/support/fixtures'
import { loadShippedDemo } from '#tests/support/play-demo'
import { walksOf } from './shipped-walks'
import { storedTrial, takeWalk } from './take-walk'

const PLAN = 'free'

// A server of its own is started and filled, so only where everything is tried.
test.skip(!TRIES_ALL)

test('a demo played to its end comes to the same with the shortcuts of the engine and without', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const switchOf = () => page.locator('html').getAttribute('data-fast-engine')
  const on = await playToTheEnd(page, process.env.FOYER_TEST_URL ?? '')
  expect(await switchOf()).toBeNull()
  await using server = await startBuiltServer({ FOYER_FAST_ENGINE: 'off' })
  const off = await playToTheEnd(page, server.url)
  expect(await switchOf()).toBe('off')
  expect(off).toEqual(on)
  expect(off.outcome).not.toBeNull()
})

/** Plays the shortest walk that ends the demo; gives what the server found, once it has every step, and what the page says. */
async function playToTheEnd(page: Page, origin: string) {
  const compiled = loadShippedDemo('order-to-cash')
  const { start, walks } = walksOf(compiled, PLAN)
  const ending = walks.filter((walk) => follow(start, walk).status !== 'active')
  const walk = ending.at(-1)
  if (!walk) throw new Error('No walk ends the demo.')
  const { trialId } = await takeWalk(page, { compiled, plan: PLAN, start, walk, origin })
  await expect.poll(async () => (await storedTrial(page, trialId)).lastSeq).toBe(walk.length)
  const { path, outcome, tasks, steps, detours, score } = await storedTrial(page, trialId)
  await page.getByRole('button', { name: 'See how it went', exact: true }).click()
  const shown = await page.getByRole('img', { name: /^Score \d+ of 100$/ }).getAttribute('aria-label')
  const done = Object.keys(tasks).filter((task) => tasks[task] !== null)
  return { path, outcome, done: done.sort(), steps, detours, score, shown }
}
