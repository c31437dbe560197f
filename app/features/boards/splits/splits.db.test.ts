import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { insertDocument, findDocument, setLiveRevision } from '#db/queries/documents'
import { insertRevision, nextRevisionNumber } from '#db/queries/revisions'
import { splitExposure } from '#db/schema/split'
import { visitor } from '#db/schema/trial'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { eraseVisitor } from '~/features/collect/visitor-rights/erase-visitor.server'
import { recordConsent } from '~/features/collect/visitor-rights/record-consent.server'
import { readMessages } from '~/features/messages/read-messages.server'
import { servedTo } from '~/platform/content/served-content'
import { listSplits } from './list-splits.server'
import { openSplitForm } from './open-split-form.server'
import { readSplit } from './read-split.server'
import { startSplit } from './start-split.server'
import { stopSplit } from './stop-split.server'

const SLUG = 'request-approval'
const PLAN = {
  document: `demo/${SLUG}`,
  ...{ control: '2', variant: '1', name: 'Three minutes or four', share: '50' },
  ...{ measure: 'finished' as const, followUpDays: '7', baseline: '40', least: '10' },
}
const TRIAL = { demo: SLUG, plan: 'free' }

async function withTwoRevisions(): Promise<TestApp> {
  const test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await publishDemo(test.app.db, approvalSource.replace('minutes: 3', 'minutes: 4'))
  return test
}

async function publishMessage(test: TestApp): Promise<void> {
  const { db, content } = test.app
  const body = { format: 'foyer-message/1', places: ['home'], tone: 'info', title: { en: 'Fair' } }
  const fresh = {
    id: uuidv7(),
    kind: 'message' as const,
    slug: 'fair',
    status: 'draft' as const,
    draftFiles: {},
  }
  await insertDocument(db, fresh)
  const document = await findDocument(db, 'message', 'fair')
  if (!document) throw new Error('no message')
  const id = uuidv7()
  const number = await nextRevisionNumber(db, document.id)
  await insertRevision(db, {
    ...{ id, documentId: document.id, number, contentHash: id, files: {}, body, rendered: {} },
  })
  await setLiveRevision(db, { id: document.id, revisionId: id, at: new Date(), by: null })
  content.refresh()
}

const exposuresOf = async (test: TestApp) =>
  (await test.app.db.select().from(splitExposure)).map(({ visitorId, side }) => ({ visitorId, side }))

test('each visitor keeps one side of a split demo, about the planned share gets each, and trials run on it', async () => {
  await using test = await withTwoRevisions()
  await startSplit({ ctx: asStaff(test, 'growth'), input: { ...PLAN, share: '25' } })
  const sides = []
  for (let count = 0; count < 60; count += 1) {
    const ctx = test.as()
    const shown = await servedTo(ctx).published('demo', SLUG)
    const trial = await startTrial({ ctx, input: TRIAL })
    const again = await startTrial({ ctx, input: TRIAL })
    expect([trial.revisionNumber, again.revisionNumber]).toEqual([shown?.number, shown?.number])
    sides.push(shown?.number === 1 ? 'variant' : 'control')
  }
  const variants = sides.filter((side) => side === 'variant').length
  // A share of a quarter lies outside this range in fewer than one of 100,000 runs.
  expect(variants).toBeGreaterThan(1)
  expect(variants).toBeLessThan(32)
  const exposures = await exposuresOf(test)
  expect(exposures).toHaveLength(60)
  expect(exposures.filter(({ side }) => side === 'variant')).toHaveLength(variants)
})

test('two splits divide the same visitors independently', async () => {
  await using test = await withTwoRevisions()
  const other = approvalSource.replace(`slug: ${SLUG}`, 'slug: other')
  await publishDemo(test.app.db, other)
  await publishDemo(test.app.db, other.replace('minutes: 3', 'minutes: 4'))
  const ctx = asStaff(test, 'growth')
  await startSplit({ ctx, input: PLAN })
  await startSplit({ ctx, input: { ...PLAN, document: 'demo/other' } })
  const pairs = new Set<string>()
  for (let count = 0; count < 80; count += 1) {
    const served = servedTo(test.as())
    const [one, two] = [await served.published('demo', SLUG), await served.published('demo', 'other')]
    pairs.add(`${one?.number} ${two?.number}`)
  }
  expect([...pairs].sort()).toEqual(['1 1', '1 2', '2 1', '2 2'])
})

test('a browser without an id is shown what is live, and everybody is after the split was stopped', async () => {
  await using test = await withTwoRevisions()
  const ctx = asStaff(test, 'growth')
  const { id } = await startSplit({ ctx, input: { ...PLAN, share: '99' } })
  expect((await servedTo(test.as(null)).published('demo', SLUG))?.number).toBe(2)
  await stopSplit({ ctx, input: { id, note: 'Enough seen' } })
  for (let count = 0; count < 10; count += 1) {
    expect((await servedTo(test.as()).published('demo', SLUG))?.number).toBe(2)
  }
  await startTrial({ ctx: test.as(), input: TRIAL })
  expect(await exposuresOf(test)).toEqual([])
  await expect(stopSplit({ ctx, input: { id } })).rejects.toMatchObject({ code: 'conflict' })
  const { splits } = await listSplits({ ctx })
  expect(splits).toMatchObject([{ id, state: 'stopped', stopNote: 'Enough seen', stoppedBy: 'growth' }])
})

test('a new publish ends the division at once, and the page says that it was overtaken', async () => {
  await using test = await withTwoRevisions()
  const ctx = asStaff(test, 'growth')
  await startSplit({ ctx, input: { ...PLAN, share: '99' } })
  await publishDemo(test.app.db, approvalSource.replace('minutes: 3', 'minutes: 5'))
  test.app.content.refresh()
  expect((await servedTo(test.as()).published('demo', SLUG))?.number).toBe(3)
  expect((await listSplits({ ctx })).splits).toMatchObject([{ state: 'overtaken' }])
})

test('a hidden message is shown to its share alone, and both sides count whoever came where it stands', async () => {
  await using test = await createTestApp()
  await publishMessage(test)
  const ctx = asStaff(test, 'growth')
  const message = { document: 'message/fair', control: '1', variant: 'hidden', measure: 'started' as const }
  await startSplit({ ctx, input: { ...PLAN, ...message } })
  let shown = 0
  for (let count = 0; count < 40; count += 1) {
    const visitor = test.as()
    shown += (await readMessages({ ctx: visitor, input: { places: ['home'] } })).length
    await readMessages({ ctx: visitor, input: { places: ['pricing'] } })
  }
  const exposures = await exposuresOf(test)
  expect(exposures).toHaveLength(40)
  expect(exposures.filter(({ side }) => side === 'control')).toHaveLength(shown)
  expect(shown).toBeGreaterThan(5)
  expect(shown).toBeLessThan(35)
})

test('a visitor who may not be remembered, a bot and a page without the message are not counted', async () => {
  await using test = await createTestApp()
  await publishMessage(test)
  const message = { document: 'message/fair', control: '1', variant: 'hidden', measure: 'started' as const }
  await startSplit({ ctx: asStaff(test, 'growth'), input: { ...PLAN, ...message } })
  const client = { address: '', userAgent: 'Googlebot/2.1', namesLanguage: false }
  await readMessages({ ctx: test.as(undefined, { persistent: false }), input: { places: ['home'] } })
  await readMessages({ ctx: { ...test.as(), client }, input: { places: ['home'] } })
  await readMessages({ ctx: test.as(), input: { places: ['pricing'] } })
  expect(await exposuresOf(test)).toEqual([])
  expect(await test.app.db.select().from(visitor)).toEqual([])
})

test('erasing a visitor and withdrawing consent delete what they were shown', async () => {
  await using test = await withTwoRevisions()
  await startSplit({ ctx: asStaff(test, 'growth'), input: PLAN })
  const [erased, withdrawn] = [test.as(), test.as()]
  for (const ctx of [erased, withdrawn]) await startTrial({ ctx, input: TRIAL })
  expect(await exposuresOf(test)).toHaveLength(2)
  await eraseVisitor({ ctx: erased })
  await recordConsent({ ctx: withdrawn, input: { consent: 'denied' } })
  expect(await exposuresOf(test)).toEqual([])
})

test('a split is refused where it would compare nothing, and nothing is written', async () => {
  await using test = await withTwoRevisions()
  await publishMessage(test)
  const ctx = asStaff(test, 'growth')
  const start = (more: Partial<Parameters<typeof startSplit>[0]['input']>) =>
    startSplit({ ctx, input: { ...PLAN, ...more } })
  await expect(start({ control: '1' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(start({ variant: '2' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(start({ variant: 'hidden' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(start({ variant: '9' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(start({ document: 'demo/none' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(start({ document: 'settings/settings' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(start({ measure: 'started' as const })).rejects.toMatchObject({ code: 'invalid-input' })
  for (const share of ['0', '100', '', 'half']) {
    await expect(start({ share })).rejects.toMatchObject({ code: 'invalid-input' })
  }
  expect((await listSplits({ ctx })).splits).toEqual([])
  await start({})
  await expect(start({ name: 'Once more' })).rejects.toMatchObject({ code: 'conflict' })
  expect((await listSplits({ ctx })).splits).toHaveLength(1)
})

test('two people who start a split of one document at once start one', async () => {
  await using test = await withTwoRevisions()
  const ctx = asStaff(test, 'growth')
  const started = await Promise.allSettled(
    [1, 2, 3].map((n) => startSplit({ ctx, input: { ...PLAN, name: `Split ${n}` } })),
  )
  expect(started.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

test('whoever reads boards sees a split, whoever authors content does not start one', async () => {
  await using test = await withTwoRevisions()
  for (const role of ['operator', 'publisher'] as const) {
    const ctx = asStaff(test, role)
    await expect(startSplit({ ctx, input: PLAN })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(openSplitForm({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listSplits({ ctx })).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('the form offers what is published, with the revisions of the chosen document', async () => {
  await using test = await withTwoRevisions()
  await publishMessage(test)
  const form = await openSplitForm({ ctx: asStaff(test, 'growth'), input: { document: `demo/${SLUG}` } })
  expect(form.documents.map(({ kind, slug }) => `${kind}/${slug}`)).toEqual([`demo/${SLUG}`, 'message/fair'])
  expect(form.chosen).toMatchObject({ slug: SLUG, control: { number: 2 }, others: [{ number: 1 }] })
})

test('the board counts whom the split was shown to, and says that they are too few', async () => {
  await using test = await withTwoRevisions()
  const ctx = asStaff(test, 'growth')
  const { id } = await startSplit({ ctx, input: PLAN })
  for (let count = 0; count < 5; count += 1) await startTrial({ ctx: test.as(), input: TRIAL })
  const input = { id, simulated: 'out' }
  const shownOf = async () => {
    const { tally } = await readSplit({ ctx, input })
    return tally.control.shown + tally.variant.shown
  }
  await expect.poll(shownOf, { timeout: 20_000 }).toBe(5)
  const board = await readSplit({ ctx, input })
  expect(board.judgement).toMatchObject({ isComplete: false, plannedEach: 388, followedEach: 0 })
  expect(board.judgement.verdict).toMatchObject({ verdict: 'cannot-tell', why: 'too-few' })
  await expect(readSplit({ ctx, input: { ...input, id: uuidv7() } })).rejects.toMatchObject({
    code: 'not-found',
  })
})
