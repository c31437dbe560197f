import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveFile } from '../prove/prove-file'
import { checkFolder } from './check-folder'
import { newDemo, nextSteps } from './new-demo'
import { readContentOptions } from './read-options'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'foyer-new-demo-'))
})
afterAll(() => rm(directory, { recursive: true }))

test('a new demo has no problems, speaks three languages and passes its proof', async () => {
  const folder = await newDemo({ slug: 'refund-a-customer', title: '', directory })
  expect((await checkFolder(directory)).problems).toEqual([])
  const source = await readFile(join(folder, 'demo.yaml'), 'utf8')
  expect(source).toContain(
    'title: { en: "Refund a customer", zh: "Refund a customer", es: "Refund a customer" }',
  )
  expect(await readdir(join(folder, 'guides'))).toHaveLength(12)
  const entries = proveFile(join(folder, 'demo.yaml'), {})
  expect(entries.map((entry) => entry.status)).toEqual(['proven', 'proven'])
  expect(entries.flatMap((entry) => entry.problems)).toEqual([])
})

test('the schema for editors lies where the demo looks for it', async () => {
  const folder = await newDemo({ slug: 'with-schema', title: 'With: a "schema"', directory })
  const [line = ''] = (await readFile(join(folder, 'demo.yaml'), 'utf8')).split('\n')
  const named = line.replace('# yaml-language-server: $schema=', '')
  expect(JSON.parse(await readFile(join(folder, named), 'utf8'))).toMatchObject({ type: 'object' })
})

test('what is there is never overwritten', async () => {
  const folder = await newDemo({ slug: 'twice', title: 'First', directory })
  await expect(newDemo({ slug: 'twice', title: 'Second', directory })).rejects.toThrow('There is')
  expect(await readFile(join(folder, 'demo.yaml'), 'utf8')).toContain('First')
})

test.each(['', 'Order to cash', '../outside', 'a--b', '1-2-3', 'constructor', 'x'.repeat(100)])(
  '%j is refused as a slug, and nothing is written',
  async (slug) => {
    const before = await readdir(directory, { recursive: true })
    await expect(newDemo({ slug, title: '', directory })).rejects.toThrow('is no slug')
    expect(await readdir(directory, { recursive: true })).toEqual(before)
  },
)

test('a refused slug is told with one that would do', async () => {
  await expect(newDemo({ slug: 'Order to Cash', title: '', directory })).rejects.toThrow('e.g. order-to-cash')
})

test('the next steps name the file', () => {
  expect(nextSteps('content/demos/mine').join('\n')).toContain(
    'npm run prove -- content/demos/mine/demo.yaml',
  )
})

test('the command takes a slug, a title and a folder', () => {
  expect(readContentOptions(['new', 'mine', '--title', 'Mine'])).toMatchObject({
    slug: 'mine',
    title: 'Mine',
    directory: 'content',
  })
  expect(readContentOptions(['new', 'mine', 'elsewhere'])).toMatchObject({
    slug: 'mine',
    directory: 'elsewhere',
  })
  expect(readContentOptions(['check', 'elsewhere'])).toMatchObject({
    command: 'check',
    directory: 'elsewhere',
  })
  expect(() => readContentOptions(['new'])).toThrow('Say what the demo is called')
})
