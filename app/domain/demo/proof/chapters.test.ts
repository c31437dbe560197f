import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryProcess } from '#tests/support/arbitrary-demo'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import type { CompiledDemo } from '../engine/compile'
import { startRun, step, type Run } from '../engine/run'
import { Ways } from '../engine/way/ways'
import { chapterGoal } from './chapter-goal'
import { chapterProgress, chaptersOf } from './chapters'
import { follow } from './ideal'
import { proofRun } from './proof'
import { prove } from './prove'
import { shownWay } from './shown-way'

const LIMITS = { maxConfigurations: 500, deadline: Infinity, clock: () => 0 }

function begin(compiled: CompiledDemo, plan = 'free'): { start: Run; ideal: number } {
  const [role = ''] = compiled.startRoles
  const proof = proofRun(prove(compiled), plan, role)
  const ways = proof?.ways ? new Ways(compiled, proof.ways) : null
  return {
    start: startRun(compiled, { plan, role, seed: 's', startedAt: 0, ways }),
    ideal: proof?.ideal?.events.length ?? 0,
  }
}

/** Sales sells, the warehouse picks and ships; a note can be read on the way, and a shelf leads nowhere new. */
const shop = compiledDemo({
  world: { sold: false, read: false },
  roles: { sales: { name: { en: 'Sales' } }, stock: { name: { en: 'Warehouse' } } },
  screens: {
    sell: screen('Sell', button('SELL')),
    pick: screen('Pick', button('PICK'), button('LOOK')),
    shelf: screen('Shelf', button('RETURN')),
    ship: screen('Ship', button('SHIP')),
  },
  states: {
    selling: {
      role: 'sales',
      screen: 'sell',
      on: { SELL: { do: [{ set: 'world.sold', to: 'true' }], to: 'picking' } },
    },
    picking: { role: 'stock', screen: 'pick', on: { PICK: 'shipping', LOOK: 'shelf' } },
    shelf: { role: 'stock', screen: 'shelf', on: { RETURN: 'picking' } },
    shipping: { role: 'stock', screen: 'ship', on: { SHIP: 'end' } },
    end: { final: 'success' },
  },
  tasks: { sell: { title: { en: 'Sell' }, done: 'world.sold', weight: 1 } },
})

test('chapters are the stretches of the ideal path under one role, with the tasks done in them', () => {
  expect(chaptersOf(begin(shop).start)).toEqual([
    { role: 'sales', from: 0, steps: 1, states: ['selling'], tasks: ['sell'] },
    { role: 'stock', from: 1, steps: 2, states: ['picking'], tasks: [] },
  ])
})

test('progress follows the steps that are left, also after a step aside', () => {
  const { start } = begin(shop)
  const chapters = chaptersOf(start)
  const at = (...types: string[]) =>
    chapterProgress(
      chapters,
      follow(
        start,
        types.map((type) => ({ type })),
      ),
    )?.map(({ done, place }) => [done, place])
  expect(at()).toEqual([
    [0, 'current'],
    [0, 'ahead'],
  ])
  expect(at('SELL')).toEqual([
    [1, 'behind'],
    [0, 'current'],
  ])
  expect(at('SELL', 'PICK')).toEqual([
    [1, 'behind'],
    [1, 'current'],
  ])
  expect(at('SELL', 'PICK', 'SHIP')).toEqual([
    [1, 'behind'],
    [2, 'behind'],
  ])
  expect(chapterProgress(chapters, { ...start, way: null })).toBeNull()
})

test('a jump leads to the chapter or state, never to an ending, and says when there is no way', () => {
  const { start } = begin(shop)
  const chapters = chaptersOf(start)
  expect(shownWay(start, chapterGoal(chapters, chapters[1]!), LIMITS)).toEqual([{ type: 'SELL' }])
  expect(shownWay(start, { state: 'shelf' }, LIMITS)).toEqual([{ type: 'SELL' }, { type: 'LOOK' }])
  expect(shownWay(start, { state: 'selling' }, LIMITS)).toEqual([])
  expect(shownWay(start, { state: 'end' }, LIMITS)).toBeNull()
  expect(shownWay(start, { state: 'nowhere' }, LIMITS)).toBeNull()
  expect(shownWay({ ...start, way: null }, chapterGoal(chapters, chapters[1]!), LIMITS)).toEqual([
    { type: 'SELL' },
  ])
})

test('the chapters of any proven process add up to its ideal way, and each can be jumped to', () => {
  const property = fc.property(
    fc.oneof(arbitraryProcess, fc.constant(compiledFrom(approvalSource))),
    (compiled) => {
      const { start, ideal } = begin(compiled)
      const chapters = chaptersOf(start)
      if (!start.way || ideal === 0) return
      expect(chapters.reduce((sum, { steps }) => sum + steps, 0)).toBe(ideal)
      for (const chapter of chapters) {
        const way = shownWay(start, chapterGoal(chapters, chapter), LIMITS)
        expect(way).toHaveLength(chapter.from)
        const there = (way ?? []).reduce((run, event) => {
          const result = step(run, { ...event, at: 0, by: 'shown' })
          if (!result.ok) throw new Error(result.message)
          return result.run
        }, start)
        expect([there.role, there.steps]).toEqual([chapter.role, 0])
      }
    },
  )
  fc.assert(property, { numRuns: tries(60) })
})
