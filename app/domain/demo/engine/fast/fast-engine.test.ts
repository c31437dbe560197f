import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDemo, arbitraryParallelDemo, arbitraryProcess } from '#tests/support/arbitrary-demo'
import { loadShippedDemo, shippedDemoSlugs } from '#tests/support/play-demo'
import { prove } from '../../proof/prove'
import { viewScreen } from '../../screen/view'
import type { Demo } from '../../format/schema'
import { offeredEvents } from '../offered-events'
import { canonicalRun } from '../replay'
import { compileDemo } from '../compile'
import { startRun, step } from '../run'
import { isFastEngine, setFastEngine } from './fast-engine'

const both = (demo: Demo) => [compileDemo(demo, true), compileDemo(demo, false)] as const
const picks = fc.array(fc.nat(9_999), { maxLength: 25 })

/** Sends what `choices` say, also what is not on screen, and tells everything that can be seen on the way. */
function observe(demo: Demo, plan: string, choices: readonly number[]): [unknown[], unknown[]] {
  const [fast, plain] = both(demo).map((compiled) => {
    let run = startRun(compiled, { plan, seed: 'seed', startedAt: 1_700_000_000_000 })
    const seen: unknown[] = []
    for (const choice of choices) {
      seen.push(canonicalRun(run), viewScreen(run, 'en'), offeredEvents(run))
      const offered = offeredEvents(run)
      const event =
        choice % 7 === 0
          ? { type: [...compiled.events][choice % compiled.events.size] ?? 'NONE', data: { id: 'none' } }
          : offered[choice % Math.max(1, offered.length)]
      if (!event) break
      const result = step(run, { type: event.type, data: event.data, at: run.lastAt + (choice % 997) })
      seen.push(result.ok ? [result.entered, result.taken] : result)
      if (result.ok) run = result.run
    }
    return [...seen, canonicalRun(run)]
  })
  return [fast ?? [], plain ?? []]
}

test('generated demos run alike with the shortcuts and without', () => {
  const demo = fc.oneof(arbitraryDemo, arbitraryProcess, arbitraryParallelDemo)
  const property = fc.property(demo, picks, ({ demo: authored }, choices) => {
    for (const plan of authored.plans) {
      const [fast, plain] = observe(authored, plan, choices)
      expect(fast).toEqual(plain)
    }
  })
  fc.assert(property, { numRuns: 100 })
})

test.each(shippedDemoSlugs())('%s runs alike with the shortcuts and without', (slug) => {
  const { demo } = loadShippedDemo(slug)
  const property = fc.property(picks, fc.constantFrom(...demo.plans), (choices, plan) => {
    const [fast, plain] = observe(demo, plan, choices)
    expect(fast).toEqual(plain)
  })
  fc.assert(property, { numRuns: 12 })
})

test.each(shippedDemoSlugs())('the proof of %s finds the same with the shortcuts and without', (slug) => {
  const { demo } = loadShippedDemo(slug)
  const limits = { maxConfigurations: 400, maxMs: Number.POSITIVE_INFINITY, clock: () => 0 }
  const [fast, plain] = both(demo).map((compiled) => prove(compiled, limits))
  expect(fast).toEqual(plain)
})

test('demos compiled while the switch is off take no shortcut', () => {
  const { demo } = loadShippedDemo('order-to-cash')
  const before = isFastEngine()
  try {
    setFastEngine(false)
    const { fast, tasks } = compileDemo(demo)
    expect([fast, tasks.map((task) => task.done.reads)]).toEqual([false, tasks.map(() => null)])
    setFastEngine(true)
    expect(compileDemo(demo).fast).toBe(true)
  } finally {
    setFastEngine(before)
  }
})
