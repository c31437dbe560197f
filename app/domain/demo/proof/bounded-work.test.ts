import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import type { CompiledDemo } from '../engine/compile'
import { prove } from './prove'
import { startRun, step } from '../engine/run'
import { viewScreen } from '../screen/view'

const ROWS = Array.from({ length: 200 }, (_, v) => ({ id: `r${v}`, v }))
/** Reads 40,000 rows, which one evaluation may. */
const SLOW = 'world.rows.filter(a, world.rows.exists(b, a.v + b.v < 0)).size()'
const TOO_MUCH = /looks at too many rows/

const table = (value: string, columns = 12) => ({
  table: {
    rows: 'world.rows',
    columns: Array.from({ length: columns }, (_, at) => ({ label: { en: `Column ${at}` }, value })),
  },
})

const demoOf = (blocks: object[], go: object = { to: 'done' }, rest: object = {}): CompiledDemo =>
  compiledDemo({
    world: { rows: ROWS, found: 0 },
    screens: { main: screen('Main', button('GO'), ...(blocks as Record<string, unknown>[])) },
    states: { begin: { screen: 'main', on: { GO: [go] } }, done: { final: 'success', screen: 'main' } },
    ...rest,
  })

const begin = (demo: CompiledDemo) => startRun(demo, { plan: 'free', seed: 's', startedAt: 0 })

test('a full table is shown whole', () => {
  const { failures, panes } = viewScreen(begin(demoOf([table('row.v * 2 + world.rows.size()')])), 'en')
  expect(failures).toEqual([])
  expect(panes[0]?.blocks[1]).toMatchObject({ kind: 'table', rows: { length: 200 } })
})

test.each([
  ['expressions that each look at many rows', Array.from({ length: 18 }, () => table(SLOW))],
  ['more values than anybody reads', Array.from({ length: 18 }, () => table('row.v'))],
  ['long expressions', [table(Array.from({ length: 90 }, () => 'row.v').join(' + '))]],
])('a screen of %s says so once and shows what it has, and the proof refuses it', (_what, blocks) => {
  const demo = demoOf(blocks)
  const { failures } = viewScreen(begin(demo), 'en')
  expect(failures).toEqual([
    {
      at: expect.stringContaining('screens.main') as string,
      message: expect.stringMatching(TOO_MUCH) as string,
    },
  ])
  const [run] = prove(demo).runs
  expect(run?.problems.map(({ code }) => code)).toContain('expression-failed')
})

test.each([
  [
    'its operations',
    { do: Array.from({ length: 20 }, () => ({ set: 'world.found', to: SLOW })), to: 'done' },
    {},
  ],
  [
    'the tasks looked at after it',
    { do: [{ set: 'world.rows', to: 'world.rows' }], to: 'done' },
    {
      tasks: Object.fromEntries(
        Array.from({ length: 20 }, (_, at) => [
          `t${at}`,
          { title: { en: `Task ${at}` }, done: `${SLOW} > ${at} || world.found == 1`, weight: 1 },
        ]),
      ),
    },
  ],
])('an event is refused when %s look at too many rows together', (_what, go, rest) => {
  const demo = demoOf([], go, rest)
  const act = () => step(begin(demo), { type: 'GO', at: 1 })
  let message = ''
  try {
    const result = act()
    message = result.ok ? 'taken' : result.message
  } catch (error) {
    message = String(error)
  }
  expect(message).toMatch(TOO_MUCH)
})
