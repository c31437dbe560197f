import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileDemo } from '~/domain/demo/engine/compile'
import { nextHint } from '~/domain/demo/proof/hint'
import { offeredEvents } from '~/domain/demo/engine/offered-events'
import { prove } from '~/domain/demo/proof/prove'
import { startRun, step, type Run } from '~/domain/demo/engine/run'
import { scoreRun } from '~/domain/demo/engine/score'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { detoursOf } from '~/domain/demo/engine/way/way'
import { Ways } from '~/domain/demo/engine/way/ways'
import { findDemos } from '../../scripts/prove/find-demos'

function take(run: Run, { type, data }: { type: string; data?: Parameters<typeof step>[1]['data'] }): Run {
  const result = step(run, { type, data, at: run.lastAt + 5_000 })
  if (!result.ok) throw new Error(`${type}: ${result.message}`)
  return result.run
}

/** Every run on the way that hints give from here, the last one at the end. */
function shownFrom(start: Run): Run[] {
  const runs = [start]
  for (let run = start, hint = nextHint(run); hint; hint = nextHint(run)) runs.push((run = take(run, hint)))
  return runs
}

/** The free choices on offer, with the author's inputs. */
function choices(run: Run) {
  const { states, freeIn } = run.compiled
  const active = run.states.flatMap((leaf) => [leaf, states.get(leaf)?.parent])
  const isFree = (type: string) => (freeIn.get(type) ?? []).some((id) => active.includes(id))
  return offeredEvents(run).filter(({ type }) => isFree(type))
}

const files = findDemos('content').map((file) => [file.split('/').at(-2) ?? '', file])

test.each(files)('%s: whatever is chosen freely, hints then lead to the end without a detour', (_, file) => {
  const { demo } = parseDemoSource(readFileSync(file, 'utf8'))
  if (!demo) throw new Error('The demo has errors.')
  const compiled = compileDemo(demo)
  let chosen = 0
  for (const { plan, role, ways } of prove(compiled).runs) {
    const start = startRun(compiled, {
      ...{ plan, role, seed: 'free', startedAt: Date.UTC(2026, 2, 3, 14) },
      ways: ways && new Ways(compiled, ways),
    })
    for (const run of shownFrom(start)) {
      for (const choice of choices(run)) {
        const end = shownFrom(take(run, choice)).at(-1) as Run
        expect([choice.type, choice.data, end.outcome, detoursOf(end)]).toEqual([
          choice.type,
          choice.data,
          'success',
          0,
        ])
        expect(end.way?.steps.filter(({ mark }) => mark === 'free').length).toBeGreaterThan(0)
        chosen++
      }
    }
    expect(scoreRun(shownFrom(start).at(-1) as Run)).toMatchObject({ score: 100, detours: 0 })
  }
  expect(chosen).toBeGreaterThan(0)
})
