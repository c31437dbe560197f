import type { Page } from '@playwright/test'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import { beginRun, type Run } from '~/domain/demo/engine/run'
import { follow } from '~/domain/demo/proof/ideal'
import type { Walk } from '~/domain/demo/proof/walks'
import { alive } from '#tests/support/alive'
import { arriveInBrowser, takeInBrowser } from '#tests/support/browser-player'
import { expect } from '#tests/support/fixtures'
import { sameChoice } from '#tests/support/same-choice'

type Trial = { id: string; plan: string; role: string; seed: string; startedAt: string }

/** What the server found in the trace of a trial. */
interface StoredTrial {
  lastSeq: number
  path: string[]
  outcome: string | null
  /** When each task was done; null for one that was not. */
  tasks: Record<string, number | null>
  steps: number
  detours: number
  score: number | null
}

interface WalkToTake {
  compiled: CompiledDemo
  plan: string
  /** Where the walk was found: a run of its own, from the same place. */
  start: Run
  walk: Walk
  origin: string
}

/** Takes a walk in the player, in a new trial, and gives the run that it came to. Calls `arrived` at each place. */
export async function takeWalk(
  page: Page,
  { compiled, plan, start, walk, origin }: WalkToTake,
  arrived: (run: Run) => Promise<void> = async () => {},
): Promise<{ trialId: string; run: Run }> {
  const trial = await startTrial(page, { demo: compiled.demo.slug, plan, origin })
  const startedAt = new Date(trial.startedAt).getTime()
  let found = start
  let run = beginRun(compiled, { plan, role: trial.role, seed: trial.seed, startedAt }).run
  await page.goto(`${origin}/try/${trial.id}`)
  await alive(page)
  await arrived(run)
  for (const event of walk) {
    const choice = sameChoice(found, event, run)
    await takeInBrowser(page, run, choice)
    const next = follow(run, [choice])
    await arriveInBrowser(page, run, next)
    found = follow(found, [event])
    run = next
    await arrived(run)
  }
  return { trialId: trial.id, run }
}

/** The trial as the server of the page has it. */
export async function storedTrial(page: Page, id: string): Promise<StoredTrial> {
  const { origin } = new URL(page.url())
  const answer = await page.request.get(`${origin}/api/v1/trials/${id}`)
  return ((await answer.json()) as { trial: StoredTrial }).trial
}

async function startTrial(
  page: Page,
  { demo, plan, origin }: { demo: string; plan: string; origin: string },
): Promise<Trial> {
  const answer = await page.request.post(`${origin}/api/v1/trials`, {
    headers: { origin },
    data: { demo, plan, locale: 'en' },
  })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as Trial
}
