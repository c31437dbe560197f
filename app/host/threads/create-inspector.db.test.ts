import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { soundFiles, soundFilesWith, deadEndFiles } from '#tests/support/studio-demos'
import { checkDocument } from '~/domain/content/checks/check-document'
import { changedFiles } from '~/domain/content/changed-files'
import { createInspector } from './create-inspector'

const source = soundFiles['demo.yaml'] ?? ''

test('a proof is run once and known afterwards, to every instance', async () => {
  await using database = await createTestDatabase()
  const inspector = createInspector({ db: database.db })
  const other = createInspector({ db: database.db })
  expect((await inspector.knownProofs([source])).size).toBe(0)
  const [first, second] = await Promise.all([inspector.prove(source), inspector.prove(source)])
  expect(first.status).toBe('proven')
  expect(second).toBe(first)
  expect((await other.knownProofs([source, 'else'])).get(source)).toEqual(first)
  expect(await other.prove(source)).toEqual(first)
  await Promise.all([inspector.stop(), other.stop()])
})

test('a failed proof is known as failed, and a source with errors is refused', async () => {
  await using database = await createTestDatabase()
  const inspector = createInspector({ db: database.db })
  const proof = await inspector.prove(deadEndFiles['demo.yaml'] ?? '')
  expect(proof.status).toBe('failed')
  expect(proof.runs[0]?.problems[0]?.events?.length).toBeGreaterThan(0)
  await expect(inspector.prove('format: [')).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await inspector.prove(source)).status).toBe('proven')
  await inspector.stop()
})

test('more proofs than can wait are refused at once, the others are served', async () => {
  await using database = await createTestDatabase()
  const inspector = createInspector({ db: database.db })
  const sources = Array.from({ length: 20 }, (_, index) => soundFilesWith(index + 1)['demo.yaml'] ?? '')
  const settled = await Promise.allSettled(sources.map((one) => inspector.prove(one)))
  const refused = settled
    .filter((one) => one.status === 'rejected')
    .map((one) => one.reason as { code: string })
  expect(refused.map((error) => error.code)).toEqual([
    'unavailable',
    'unavailable',
    'unavailable',
    'unavailable',
  ])
  await inspector.stop()
})

test('the same files are checked once', async () => {
  await using database = await createTestDatabase()
  const inspector = createInspector({ db: database.db })
  const first = await inspector.check('demo', 'ask', soundFiles)
  expect(await inspector.check('demo', 'ask', { ...soundFiles })).toBe(first)
  expect(await inspector.check('demo', 'other', soundFiles)).not.toBe(first)
  await inspector.stop()
})

test('a long draft is checked and compared while the event loop goes on, and gives what the checks give', async () => {
  await using database = await createTestDatabase()
  const inspector = createInspector({ db: database.db })
  const files = { 'demo.yaml': Array.from({ length: 5_000 }, (_, index) => `k${index}: 1`).join('\n') }
  let turns = 0
  const turn = () => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  const checked = await inspector.check('demo', 'ask', files)
  const changes = await inspector.compare(soundFiles, files)
  clearImmediate(next)
  expect(turns).toBeGreaterThan(100)
  expect(checked).toEqual(checkDocument('demo', 'ask', files))
  expect(changes).toEqual(changedFiles(soundFiles, files))
  expect(inspector.hasChecked('demo', 'ask', files)).toBe(true)
  await inspector.stop()
})

test('a text that is refused in the thread is refused with its code', async () => {
  await using database = await createTestDatabase()
  const inspector = createInspector({ db: database.db })
  const text = `${'word '.repeat(2_000)}<script>`
  await expect(inspector.render([{ name: 'en', locale: 'en', text, isGuide: false }])).rejects.toMatchObject({
    code: 'invalid-input',
  })
  const rendered = await inspector.render([
    { name: 'en', locale: 'en', text: 'word '.repeat(2_000), isGuide: false },
  ])
  expect(rendered['en']).toContain('word word')
  await inspector.stop()
})
