import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { compileDemo, type CompiledDemo } from '~/domain/demo/engine/compile'
import { nextHint } from '~/domain/demo/proof/hint'
import { startRun, step, type Run } from '~/domain/demo/engine/run'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { viewScreen } from '~/domain/demo/screen/view'
import { LOCALES } from '~/domain/text'

/** One event as a prospect sends it. */
export type Sent = [type: string, data?: Record<string, string | number | boolean>]

/** The slugs of the demos that ship. */
export const shippedDemoSlugs = (): string[] => readdirSync('content/demos')

/**
 * A demo that ships, ready to run.
 * @throws Error with its problems when it cannot be read
 */
export function loadShippedDemo(slug: string): CompiledDemo {
  const { demo, problems } = parseDemoSource(readFileSync(`content/demos/${slug}/demo.yaml`, 'utf8'))
  if (!demo) throw new Error(JSON.stringify(problems, null, 2))
  return compileDemo(demo)
}

/** A demo that ships: the world in which it begins, that of a run, and how to play it. */
export function shippedDemo<World>(slug: string) {
  const compiled = loadShippedDemo(slug)
  return {
    world: compiled.demo.world as unknown as World,
    worldOf: (run: Run) => run.world as unknown as World,
    play: (plan: string, events: readonly Sent[]) => playDemo(compiled, plan, events),
    continueWith: (run: Run, events: readonly Sent[]) => events.reduce(sendEvent, run),
  }
}

/** Plays from the start and reads every screen in every language. */
function playDemo(compiled: CompiledDemo, plan: string, events: readonly Sent[]): Run {
  const start = startRun(compiled, { plan, seed: 'test', startedAt: 0 })
  readScreen(start)
  return events.reduce(sendEvent, start)
}

/**
 * The run after one event.
 * @throws Error when the event is refused
 */
export function sendEvent(run: Run, [type, data]: Sent): Run {
  const result = step(run, { type, data, at: run.lastAt + 1000 })
  if (!result.ok) throw new Error(`${type} in ${run.states.join()}: ${result.code} ${result.message}`)
  readScreen(result.run)
  return result.run
}

/**
 * Follows hints to the end, through at most `most` steps.
 * @throws Error where no hint is given
 */
export function followHints(start: Run, most = 30): Run {
  let run = start
  for (let taken = 0; run.status === 'active' && taken < most; taken += 1) {
    const hint = nextHint(run)
    if (!hint) throw new Error(`no hint in ${run.states.join()}`)
    run = sendEvent(run, [hint.type, hint.data as Sent[1]])
  }
  return run
}

/** Ids of the tasks that are still open. */
export function undoneTasks(run: Run): string[] {
  return Object.keys(run.tasks).filter((id) => run.tasks[id]?.doneAt === null)
}

function readScreen(run: Run): void {
  for (const locale of LOCALES) {
    const view = viewScreen(run, locale)
    expect(view.failures).toEqual([])
    expect(JSON.stringify(view.panes).match(/\{[a-z]+\}|undefined|\bNaN\b|Infinity/i)).toBeNull()
  }
}
