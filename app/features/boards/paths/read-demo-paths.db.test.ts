import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TrialSet } from '~/domain/insight/trial-set'
import { trialsHref } from '../filter/board-links'
import { queryOf } from '../filter/board-query'
import { listTrials } from '../trials/list-trials.server'
import { flowHref } from './paths-query'
import type { PathsBoard } from './paths-view'
import { readDemoPaths } from './read-demo-paths.server'

const SLUG = 'request-approval'
const SOME = fc.sample(arbitraryTrials(20), { numRuns: 20, seed: 7 }).flat()
const TRIALS = SOME.map((row) => ({ ...row, demoSlug: SLUG }))

/** Every number of the board with its link. */
function numbersOn({ query, drawing, paths, states, steps }: PathsBoard): [number, string][] {
  const set = (one: TrialSet) => trialsHref(query, one, SLUG)
  const flow = (part: Parameters<typeof flowHref>[2]) => flowHref(SLUG, query, part)
  return [
    ...(['drawn', 'lacking', 'longer'] as const).map((total): [number, string] => [
      drawing[total],
      flow({ total }),
    ]),
    ...drawing.nodes.flatMap((node) =>
      (['count', 'entries', 'earlier', 'exits', 'later'] as const).map((visit): [number, string] => [
        node[visit],
        flow({ visit, column: node.column, at: node.place }),
      ]),
    ),
    ...drawing.links.map((link): [number, string] => [
      link.count,
      flow({ column: link.column, from: link.fromPlace, to: link.toPlace }),
    ]),
    ...paths.flatMap((path): [number, string][] => {
      const among = { family: 'path', key: path.key } as const
      return [
        [path.numerator, set(among)],
        [path.completion.numerator, set({ plain: 'finished', among })],
        [path.score.count, set({ plain: 'scored', among })],
      ]
    }),
    ...states.flatMap((one): [number, string][] => [
      [one.entered, set({ family: 'entered', key: one.state })],
      [one.begun, set({ family: 'begun-at', key: one.state })],
      [one.ended, set({ family: 'ended-at', key: one.state })],
    ]),
    ...steps.flatMap((one): [number, string][] => {
      const among = { family: 'edge', key: one.key } as const
      return [
        [one.numerator, set(among)],
        [one.detour.numerator, set({ plain: 'detoured', among })],
        [one.detour.denominator, set({ plain: 'way-known', among })],
      ]
    }),
  ]
}

test('the link under every number of the paths opens a list of exactly as many trials', async () => {
  await using app = await createTestApp()
  await publishDemo(app.app.db, approvalSource)
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  for (const asked of [
    { range: 'all', columns: '4' },
    { range: 'all', flagged: 'in', start: 'pick', plan: 'free' },
    { range: 'all', start: 'orders', end: 'paid', columns: '3', flagged: 'in' },
  ]) {
    const board = await readDemoPaths({ ctx, input: { ...asked, slug: SLUG } })
    expect(board.leftOut).toEqual([])
    expect(board.drawing.nodes.length).toBeGreaterThan(1)
    for (const [number, href] of numbersOn(board)) {
      const list = await listTrials({ ctx, input: queryOf(`http://foyer${href}`) })
      expect([href, list.count]).toEqual([href, number])
    }
  }
}, 120_000)

test('a start that no trial passes and a wrong number of columns are said to be left out', async () => {
  await using app = await createTestApp()
  await publishDemo(app.app.db, approvalSource)
  const ctx = asStaff(app, 'growth')
  const board = await readDemoPaths({
    ctx,
    input: { slug: SLUG, start: 'nowhere', columns: '40', of: 'tasks' },
  })
  expect(board.leftOut.map(({ name, value }) => [name, value])).toEqual([
    ['columns', '40'],
    ['start', 'nowhere'],
  ])
  expect(board.query).toMatchObject({ of: 'tasks', columns: 5, start: undefined })
  expect(board.drawing).toMatchObject({ drawn: 0, nodes: [], links: [] })
  await expect(readDemoPaths({ ctx, input: { slug: 'absent' } })).rejects.toMatchObject({ code: 'not-found' })
})

test('who may not read boards sees no paths', async () => {
  await using app = await createTestApp()
  await expect(readDemoPaths({ ctx: asStaff(app, 'operator'), input: { slug: '!' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
