import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { revision } from '#db/schema/content'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishDemo, publishYaml } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp, type TestApp } from '#tests/support/test-app'
import { DAY_MS } from '~/domain/day'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import { queryOf } from '../filter/board-query'
import { listTrials } from '../trials/list-trials.server'
import { sideHref } from './impact-query'
import { readDemoImpact } from './read-demo-impact.server'

const SLUG = 'request-approval'
const SOME = fc.sample(arbitraryTrials(20), { numRuns: 60, seed: 7 }).flat()
const PUBLISHED = new Date(TEST_NOW.getTime() - 20 * DAY_MS)

/** Trials of the first revision before the second was published, of that one after it. */
const TRIALS = SOME.map((row) => ({
  ...row,
  demoSlug: SLUG,
  revisionNumber: row.startedAt < PUBLISHED ? 1 : 2,
}))

async function publishTwice(app: TestApp): Promise<void> {
  const moments = [new Date(TEST_NOW.getTime() - 100 * DAY_MS), PUBLISHED]
  for (const createdAt of moments) {
    const { revisionId } = await publishDemo(app.app.db, approvalSource)
    await app.app.db.update(revision).set({ createdAt }).where(eq(revision.id, revisionId))
  }
}

test('each number on both sides of a publish opens a list of as many trials', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await publishTwice(app)
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  for (const asked of [{ flagged: 'in' }, { days: '7', flagged: 'in', plan: 'free' }, { range: '7d' }]) {
    const { query, lines, shown, impact } = await readDemoImpact({ ctx, input: { ...asked, slug: SLUG } })
    expect([shown, lines.map(({ number }) => number)]).toEqual([2, [2, 1]])
    if (!impact) throw new Error('The second revision has one before it.')
    const { windows, main, others } = impact
    expect(windows.lengthMs).toBe((asked.days ? 7 : 20) * DAY_MS)
    expect(lines[0]?.main?.impact).toEqual(main)
    const cells = [main, ...others].flatMap(({ measure, ...sides }) =>
      (['before', 'after'] as const).map((side) => ({ measure, side, cell: sides[side] })),
    )
    for (const { measure, side, cell } of cells) {
      const { part, whole } = MEASURE_SETS[measure]
      const countOf = async (set: typeof whole) => {
        const href = sideHref(SLUG, query, windows[side], set)
        return (await listTrials({ ctx, input: queryOf(`http://foyer${href}`) })).count
      }
      expect([measure, side, await countOf(whole)]).toEqual([measure, side, cell.estimate.count])
      if (part) expect([measure, side, await countOf(part)]).toEqual([measure, side, cell.numerator])
    }
  }
}, 120_000)

test('what else was published in the same time is named, the demo itself is not', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await publishTwice(app)
  await publishYaml(app.app.db, 'audiences', {})
  const ctx = asStaff(app, 'growth')
  const read = async () => (await readDemoImpact({ ctx, input: { slug: SLUG } })).impact?.publishes
  expect(await read()).toEqual([])
  const createdAt = new Date(PUBLISHED.getTime() - DAY_MS)
  await app.app.db.update(revision).set({ createdAt }).where(eq(revision.number, 1))
  const named = (await read())?.map(({ kind, number }) => [kind, number])
  expect(named).toContainEqual(['audiences', 1])
  expect(named?.some(([kind]) => kind === 'demo')).toBe(false)
})

test('the first revision has nothing before it, and a publish that never was is left out', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await publishTwice(app)
  const ctx = asStaff(app, 'growth')
  const first = await readDemoImpact({ ctx, input: { slug: SLUG, publish: '1' } })
  expect([first.shown, first.impact, first.lines[1]?.main]).toEqual([1, null, null])
  const absent = await readDemoImpact({ ctx, input: { slug: SLUG, publish: '9' } })
  expect([absent.shown, absent.leftOut]).toEqual([2, [{ name: 'publish', value: '9' }]])
  expect(absent.impact?.main.verdict).toMatchObject({ verdict: 'cannot-tell', why: 'too-few' })
  const stranger = readDemoImpact({ ctx: asStaff(app, 'operator'), input: { slug: SLUG } })
  await expect(stranger).rejects.toMatchObject({ code: 'forbidden' })
})
