import { expect, test } from 'vitest'
import { v4 as uuidv4 } from 'uuid'
import { authUser } from '#db/schema/auth'
import { publishDemo } from '#tests/support/publish-demo'
import { publishHelp } from '#tests/support/publish-help'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { recordRemark } from '~/features/collect/remarks/record-remark.server'
import { removeRemark } from '~/features/collect/remarks/remove-remark.server'
import { rateTrial } from '~/features/collect/trials/rate-trial.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { eraseVisitor } from '~/features/collect/visitor-rights/erase-visitor.server'
import { searchHelp } from '~/features/help/search/search-help.server'
import { askPerson } from '~/features/talk/ask-person.server'
import { changeFeedback } from './change-feedback.server'
import { readFeedback } from './read-feedback.server'

const WISH = { demo: 'request-approval', plan: 'free' }

async function board(test: TestApp, query: Record<string, string> = {}) {
  await test.app.columns.catchUp()
  return readFeedback({ ctx: asStaff(test, 'growth'), input: query })
}

/** A prospect who remarks, rates, asks and searches in vain. */
async function speak(test: TestApp, text: string) {
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  const id = uuidv4()
  const moment = { state: trial.lastState, seq: 0, at: 100 }
  await recordRemark({ ctx, input: { ...moment, trial: trial.id, id, kind: 'confusing', text } })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 2, comment: `Rated: ${text}` } })
  const contact = {
    name: 'Ann',
    email: `${id}@alder.example`,
    company: 'Alder',
    message: 'How does it scale?',
  }
  await askPerson({
    ctx,
    input: {
      id: uuidv4(),
      kind: 'question',
      contact,
      trial: trial.id,
      moment: { state: moment.state, seq: 0 },
    },
  })
  await searchHelp({ ctx, input: { typed: 'zeppelin', counts: true } })
  return { ctx, trial, id }
}

async function stage() {
  const test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await publishHelp(test.app.db, {
    slug: 'a',
    title: { en: 'A post' },
    summary: { en: 'Words' },
    rendered: {},
  })
  test.app.content.refresh()
  return { test, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

const shown = ({ items }: Awaited<ReturnType<typeof board>>) =>
  items.map(({ kind, work, text }) => `${kind} ${work} ${text}`).sort()

test('what was said in a trial and searched in vain stands in one list, and every number opens its list', async () => {
  await using at = await stage()
  const { test } = at
  const { trial } = await speak(test, 'the price is hidden')
  const all = await board(test)
  expect(shown(all)).toEqual([
    'ask new How does it scale?',
    'rating new Rated: the price is hidden',
    'remark new the price is hidden',
    'search new zeppelin',
  ])
  expect(all.items.find(({ kind }) => kind === 'remark')).toMatchObject({
    trial: trial.id,
    step: 0,
    mark: 'confusing',
  })
  for (const { kind, work, count } of all.counts) {
    expect((await board(test, { kind, work })).items).toHaveLength(count)
  }
  expect(shown(await board(test, { plan: 'premium' }))).toEqual([])
  expect((await board(test, { plan: 'free' })).items.map(({ kind }) => kind)).not.toContain('search')
})

test('a search is one line however often it was made, by whomever', async () => {
  await using at = await stage()
  const { test } = at
  await speak(test, 'x')
  await speak(test, 'y')
  await searchHelp({ ctx: test.as(null), input: { typed: 'Zeppelin', counts: true } })
  expect((await board(test, { kind: 'search' })).items).toMatchObject([{ text: 'zeppelin', mark: '3' }])
})

test('what is chosen is marked, assigned and answered, together, and put back', async () => {
  await using at = await stage()
  const { test } = at
  await speak(test, 'why')
  const person = { id: 'p1', name: 'Lin', email: 'lin@alder.example', roles: ['growth' as const] }
  const now = { emailVerified: true, createdAt: test.clock.at, updatedAt: test.clock.at }
  await test.app.db.insert(authUser).values({ ...person, ...now })
  const ctx = asStaff(test, 'growth')
  const { items, revisions, people } = await board(test)
  expect(people).toEqual([{ id: 'p1', name: 'Lin' }])
  const of = (to: Parameters<typeof changeFeedback>[0]['input']['changes'][number]['to']) =>
    items.map(({ key, version }) => ({ item: key, version, to }))

  const seen = await changeFeedback({ ctx, input: { changes: of({ state: 'seen' }) } })
  expect(seen).toMatchObject({ changed: 4, conflicts: 0 })
  expect((await board(test, { work: 'seen' })).items).toHaveLength(4)
  // Those who saw an older version change nothing.
  expect(await changeFeedback({ ctx, input: { changes: of({ state: 'new' }) } })).toMatchObject({
    changed: 0,
    conflicts: 4,
  })

  const next = (to: (typeof seen.undo)[number]['to']) => seen.undo.map((one) => ({ ...one, to }))
  const assigned = await changeFeedback({
    ctx,
    input: { changes: next({ state: 'assigned', assignedTo: 'p1' }) },
  })
  expect((await board(test)).items).toMatchObject(Array(4).fill({ work: 'assigned', assignee: 'Lin' }))
  const revisionId = revisions[0]?.id ?? ''
  const answered = await changeFeedback({
    ctx,
    input: {
      changes: assigned.undo.map((one) => ({ ...one, to: { state: 'answered' as const, revisionId } })),
    },
  })
  expect((await board(test)).items).toMatchObject(
    Array(4).fill({ work: 'answered', revision: { id: revisionId } }),
  )
  await changeFeedback({ ctx, input: { changes: answered.undo } })
  expect((await board(test)).items).toMatchObject(
    Array(4).fill({ work: 'assigned', assignee: 'Lin', revision: null }),
  )

  const audit = await test.app.sql`select data from audit_entry where action = 'feedback.change' order by id`
  expect(audit.map(({ data }) => (data as { items: number }).items)).toEqual([4, 4, 4, 4])
})

test('nobody unknown is given anything, no unknown revision answers, and a visitor changes nothing', async () => {
  await using at = await stage()
  const { test } = at
  await speak(test, 'why')
  const [item] = (await board(test)).items
  const change = (to: object, ctx = asStaff(test, 'growth')) =>
    changeFeedback({ ctx, input: { changes: [{ item: item?.key ?? '', version: 0, to: to as never }] } })
  await expect(change({ state: 'assigned', assignedTo: 'nobody' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(change({ state: 'answered', revisionId: uuidv4() })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(change({ state: 'seen' }, asStaff(test, 'operator'))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(readFeedback({ ctx: asStaff(test, 'operator'), input: {} })).rejects.toMatchObject({
    code: 'forbidden',
  })
  for (const wrong of ['', 'remark:x:y', 'search:fr:mot', 'rating:', `remark:${uuidv4()}`]) {
    const sent = { item: wrong, version: 0, to: { state: 'seen' as const } }
    await expect(
      changeFeedback({ ctx: asStaff(test, 'growth'), input: { changes: [sent] } }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('of two people who change the same at once one is told', async () => {
  await using at = await stage()
  const { test } = at
  await speak(test, 'why')
  const { items } = await board(test)
  const changes = items.map(({ key, version }) => ({ item: key, version, to: { state: 'seen' as const } }))
  const both = await Promise.all(
    [changes, [...changes].reverse()].map((own) =>
      changeFeedback({ ctx: asStaff(test, 'growth'), input: { changes: own } }),
    ),
  )
  expect(both.reduce((sum, { changed }) => sum + changed, 0)).toBe(items.length)
})

test('a frequent word counts trials, and opens what was said with it', async () => {
  await using at = await stage()
  const { test } = at
  await speak(test, 'hidden price')
  await speak(test, 'Price, price!')
  await speak(test, 'nothing')
  const { words } = await board(test)
  const [first] = words
  expect(first?.words).toContainEqual({ word: 'price', trials: 2 })
  const list = await board(test, { word: 'price', place: `${first?.demo}/${first?.state}` })
  expect(list.saying).toBe(2)
  expect(list.items.every(({ text }) => /price/i.test(text))).toBe(true)
})

test('what is taken back or erased is gone from the board, with what the team noted', async () => {
  await using at = await stage()
  const { test } = at
  const { ctx, trial, id } = await speak(test, 'why')
  const { items } = await board(test)
  const changes = items.map(({ key, version }) => ({ item: key, version, to: { state: 'seen' as const } }))
  await changeFeedback({ ctx: asStaff(test, 'growth'), input: { changes } })
  await removeRemark({ ctx, input: { trial: trial.id, id } })
  expect((await board(test)).items.map(({ kind }) => kind)).not.toContain('remark')
  await eraseVisitor({ ctx })
  expect((await board(test)).items).toEqual([])
  expect(await test.app.sql`select 1 from feedback_work union all select 1 from search_work`).toHaveLength(0)
})
