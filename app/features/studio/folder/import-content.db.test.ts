import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { countDocuments, findDocument } from '#db/queries/documents'
import { soundFiles, deadEndFiles } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import { systemContext } from '~/platform/context/context'
import { importContent } from './import-content.server'
import type { ImportProgress } from './import-content.server'

const HELP = '---\ntitle: Refunds\n---\n\nMoney comes back.\n'

async function folder(files: Record<string, string>): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'foyer-content-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), text)
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

const below = (prefix: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${prefix}/${file}`, text]))

test('content arrives published, by the way of publishing, and a second import changes nothing', async () => {
  await using test = await createTestApp()
  await using content = await folder({
    ...below('demos/ask', soundFiles),
    'help/refunds/en.mdx': HELP,
    'locales/en/common.json': '{}',
  })
  const ctx = systemContext(test.app, 'start')
  const progress: ImportProgress[] = []
  const input = { directory: content.path, onProgress: (one: ImportProgress) => progress.push(one) }
  expect(await importContent({ ctx, input })).toEqual({ published: 2, present: 0, refused: [] })
  expect(progress.map(({ done, total, slug }) => `${done}/${total} ${slug}`)).toEqual([
    '1/2 ask',
    '2/2 refunds',
  ])
  expect(await ctx.content.published('demo', 'ask')).toMatchObject({ number: 1, proof: { status: 'proven' } })
  expect((await ctx.content.published('help', 'refunds'))?.body.title).toEqual({ en: 'Refunds' })
  expect(await importContent({ ctx, input })).toEqual({ published: 0, present: 2, refused: [] })
  expect((await ctx.content.published('demo', 'ask'))?.number).toBe(1)
})

test('two instances that start together import each document once', async () => {
  await using test = await createTestApp()
  const other = await test.another()
  await using content = await folder({ ...below('demos/ask', soundFiles), 'help/refunds/en.mdx': HELP })
  const input = { directory: content.path }
  const results = await Promise.all([
    importContent({ ctx: systemContext(test.app, 'start'), input }),
    importContent({ ctx: systemContext(other, 'start'), input }),
  ])
  expect(results.reduce((sum, one) => sum + one.published, 0)).toBe(2)
  expect(await countDocuments(test.app.db)).toBe(2)
})

test('a document that is refused becomes a draft and stops no other', async () => {
  await using test = await createTestApp()
  await using content = await folder({
    ...below('demos/ask', deadEndFiles),
    'help/bad/en.mdx': 'import fs from "fs"\n\nHello',
    'help/refunds/en.mdx': HELP,
  })
  const ctx = systemContext(test.app, 'start')
  const { published, refused } = await importContent({ ctx, input: { directory: content.path } })
  expect(published).toBe(1)
  expect(refused.map(({ slug, error }) => `${slug} ${error.code}`)).toEqual([
    'ask proof-failed',
    'bad proof-failed',
  ])
  expect((await findDocument(ctx.db, 'demo', 'ask'))?.status).toBe('draft')
  expect(await ctx.content.status('help', 'bad')).toBe('absent')
})
