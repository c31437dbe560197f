import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { Run } from '~/domain/demo/engine/run'
import { richestWalk, type Walk } from '~/domain/demo/proof/walks'
import { expect, test } from '#tests/support/fixtures'
import { loadShippedDemo } from '#tests/support/play-demo'
import { sample, TRIES_ALL } from '#tests/support/depth'
import { placesOn, SHIPPED_WALKS, walksOf } from './shipped-walks'
import { storedTrial, takeWalk } from './take-walk'

type Explored = { compiled: CompiledDemo; plan: string; start: Run }

/** Each demo on each plan, or some demos on one of their plans in turn. */
const WALKED = sample(Object.entries(SHIPPED_WALKS), 5).flatMap(([slug, counted], index) => {
  const plans = Object.entries(counted).map(([plan, { places }]) => ({ slug, plan, places }))
  return TRIES_ALL ? plans : plans.slice(index % plans.length).slice(0, 1)
})

for (const { slug, plan, places } of WALKED) {
  test(`${slug} on ${plan}: each walk arrives, each place is accessible`, async ({ page }) => {
    const compiled = loadShippedDemo(slug)
    const found = walksOf(compiled, plan)
    // Every walk, or the one that enters the most states.
    const walks = TRIES_ALL ? found.walks : [richestWalk(found)]
    test.setTimeout(60_000 + walks.flat().length * 15_000)
    const looked = new Set<string>()
    for (const [index, walk] of walks.entries()) {
      await test.step(`walk ${index + 1} of ${walks.length}: ${walk.map(({ type }) => type).join(' ')}`, () =>
        walkThrough(page, { compiled, plan, start: found.start }, walk, looked))
    }
    expect(looked.size).toBe(TRIES_ALL ? places : placesOn(found.start, walks).size)
  })
}

/** Plays one walk in the player, then checks that the server has the same run. */
async function walkThrough(page: Page, explored: Explored, walk: Walk, looked: Set<string>): Promise<void> {
  const origin = process.env.FOYER_TEST_URL ?? ''
  const { trialId, run } = await takeWalk(page, { ...explored, origin, walk }, (run) =>
    look(page, run, looked),
  )
  const stored = async () => {
    const { lastSeq, path, outcome } = await storedTrial(page, trialId)
    return { lastSeq, path, outcome }
  }
  await expect
    .poll(stored)
    .toEqual({ lastSeq: walk.length, path: [...run.path], outcome: run.outcome ?? null })
}

/** Checks accessibility of the current screen, once for each state. */
async function look(page: Page, run: Run, looked: Set<string>): Promise<void> {
  const fresh = run.states.filter((state) => !looked.has(state))
  if (fresh.length === 0) return
  fresh.forEach((state) => looked.add(state))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
  expect(found, `accessibility of ${run.states.join(', ')}`).toEqual([])
}
