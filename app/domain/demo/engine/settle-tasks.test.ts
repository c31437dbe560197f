import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { holds, parseExpression } from '../expression/expression'
import { readsOf } from './fast/expression-reads'
import { startRun, step, type Run } from './run'

const condition = fc.constantFrom(
  'world.n > 2',
  'world["m"] > 1 && plan == "free"',
  'has(world.rows) && world.rows.exists(r, r.id == "2")',
  'size(world) == 4 && world.n > world.m',
  'role == "finance"',
  'world.deep.a == 2',
  'today() > "1970-01-01"',
)

const operation = fc.constantFrom(
  { set: 'world.n', to: 'world.n + 1' },
  { set: 'world.n', to: '0' },
  { set: 'world.m', to: 'world.m + 1' },
  { set: 'world.deep.a', to: 'world.deep.a + 1' },
  { append: 'world.rows', item: { id: 'string(int(world.n))' } },
  { remove: 'world.rows', where: 'true' },
)

test('tasks are as if every condition were evaluated after every event', () => {
  const tasks = fc.array(fc.record({ offered: fc.option(condition, { nil: undefined }), done: condition }), {
    maxLength: 4,
  })
  const events = fc.array(fc.record({ pick: fc.nat(2), wait: fc.constantFrom(0, 1000, 50_000_000) }))
  const property = fc.property(
    fc.array(fc.array(operation, { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
    tasks,
    events,
    (operations, conditions, sent) => {
      const on = Object.fromEntries(operations.map((each, index) => [`E${index}`, { do: each }]))
      const compiled = compiledDemo({
        world: { n: 0, m: 0, rows: [], deep: { a: 0 } },
        screens: { main: screen('Main', button('E0'), button('E1'), button('E2'), button('SWAP')) },
        roles: { sales: { name: { en: 'Sales' } }, finance: { name: { en: 'Finance' } } },
        states: {
          one: { screen: 'main', on: { ...on, SWAP: 'two' } },
          two: { screen: 'main', role: 'finance', on: { SWAP: 'one' } },
        },
        tasks: Object.fromEntries(
          conditions.map(({ offered, done }, index) => [
            `t${index}`,
            { title: { en: 'Task' }, weight: 1, done, ...(offered && { offered }) },
          ]),
        ),
      })
      let run = startRun(compiled, { plan: 'free', seed: 's', startedAt: 0 })
      let tasks = askedAnew(run, {})
      expect(run.tasks).toEqual(tasks)
      for (const { pick, wait } of sent) {
        const type = pick === 2 && wait > 0 ? 'SWAP' : `E${pick}`
        const result = step(run, { type, at: run.lastAt + wait })
        if (!result.ok) continue
        run = result.run
        tasks = askedAnew(run, tasks)
        expect(run.tasks).toEqual(tasks)
      }
    },
  )
  fc.assert(property, { numRuns: tries(60) })
})

function askedAnew(run: Run, before: Run['tasks']): Run['tasks'] {
  const { world, plan, role, lastAt, compiled } = run
  const isMet = (source: string) =>
    holds(parseExpression(source), { world, plan, role, can: {} }, { now: lastAt })
  return Object.fromEntries(
    Object.entries(compiled.demo.tasks).flatMap(([id, { offered, done }]) => {
      const known = before[id] ?? { offeredAt: lastAt, doneAt: null }
      if (!before[id] && offered !== undefined && !isMet(offered)) return []
      return [[id, known.doneAt === null && isMet(done) ? { ...known, doneAt: lastAt } : known]]
    }),
  )
}

test('the world keys that an expression reads are known', () => {
  const reads = (source: string) => readsOf(parseExpression(source).tree)
  expect(reads('world.a.b > 1 && world["c"] == world.a.d')).toEqual({ world: ['a', 'c'], time: false })
  expect(reads('[1].map(x, world.rows.filter(r, r.id == x))')).toEqual({ world: ['rows'], time: false })
  expect(reads('has(world.a) ? 1 : 2')).toEqual({ world: ['a'], time: false })
  expect(reads('world == {} || world[plan] == 1').world).toBeNull()
  expect(reads('cel.bind(w, world, w.a)').world).toBeNull()
  expect(reads('plan == today()')).toEqual({ world: [], time: true })
  expect(reads('daysBetween(world.since, now())')).toEqual({ world: ['since'], time: true })
})
