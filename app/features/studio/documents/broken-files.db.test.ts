import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import { readBrokenDemos } from '#tests/support/broken-demos'
import { sample } from '#tests/support/depth'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { unstorablePath } from '~/domain/json'
import type { Context } from '~/platform/context/context'
import { checkDraft } from '../checks/check-draft.server'
import { createDocument } from './create-document.server'
import { publishDocument } from '../revisions/publish-document.server'
import { saveDraft } from './save-draft.server'
import { starterFiles } from '../starter/starter-files'

const ASKING = { kind: 'demo', slug: 'asking' } as const
const sound = starterFiles('demo', { slug: 'asking', title: 'Asking', locale: 'en' })

const draft = (ctx: Context) =>
  insertDocument(ctx.db, { ...ASKING, id: uuidv7(), status: 'draft', draftFiles: sound })

const versionNow = async (ctx: Context) => (await findDocument(ctx.db, 'demo', 'asking'))?.draftVersion ?? 0

/** Cases that need a plan table and pictures, or a whole proof's budget. */
const ELSEWHERE = ['unknown-medium', 'unknown-feature', 'budget-exhausted']

const worst = readBrokenDemos().filter(
  ({ name, expected }) =>
    /^(yaml|prototype|proof)-/.test(name) &&
    expected.some(({ severity, code }) => severity === 'error' && !ELSEWHERE.includes(code)),
)

test(
  'every broken demo is checked, kept as a draft when it can be, and never published',
  { timeout: 120_000 },
  async () => {
    await using test = await createTestApp()
    const ctx = asStaff(test, 'publisher')
    await draft(ctx)
    for (const { name, source } of sample(worst, 8)) {
      const files = { 'demo.yaml': source }
      const save = async () =>
        saveDraft({ ctx, input: { ...ASKING, files, draftVersion: await versionNow(ctx) } })
      if (unstorablePath(source)) {
        await expect(save(), name).rejects.toMatchObject({ code: 'invalid-input' })
        await expect(checkDraft({ ctx, input: { ...ASKING, files } }), name).rejects.toMatchObject({
          code: 'invalid-input',
        })
        continue
      }
      const { draftVersion } = await save()
      await expect(publishDocument({ ctx, input: { ...ASKING, draftVersion } }), name).rejects.toMatchObject({
        code: 'proof-failed',
      })
      const found = await findDocument(ctx.db, 'demo', 'asking')
      expect(found?.draftFiles, name).toEqual(files)
      expect(found?.status, name).toBe('draft')
    }
    await saveDraft({ ctx, input: { ...ASKING, files: sound, draftVersion: await versionNow(ctx) } })
    await publishDocument({ ctx, input: { ...ASKING, draftVersion: await versionNow(ctx) } })
    expect(await ctx.content.published('demo', 'asking')).not.toBeNull()
  },
)

test.each<[string, Record<string, string>]>([
  ['a NUL in a guide', { ...sound, 'guides/requests.en.mdx': 'Press **Send**.\0' }],
  ['half of a surrogate pair in a guide', { ...sound, 'guides/requests.en.mdx': 'Done \ud83d' }],
  ['ten megabytes', { 'demo.yaml': 'x'.repeat(10_000_000) }],
  ['a file outside the document', { ...sound, '../demo.yaml': '' }],
  ['a file named like a prototype', { ...sound, constructor: '' }],
])('%s is refused, and the draft stays as it was', async (_, files) => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx)
  await expect(saveDraft({ ctx, input: { ...ASKING, files, draftVersion: 1 } })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  expect(await findDocument(ctx.db, 'demo', 'asking')).toMatchObject({ draftVersion: 1, draftFiles: sound })
})

test('front matter that no store can hold is told before publishing', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  const files = { 'en.mdx': '---\ntitle: "A\\0B"\n---\n\nText.\n' }
  const problems = await checkDraft({ ctx, input: { kind: 'help', slug: 'asking', files } })
  expect(problems).toContainEqual(expect.objectContaining({ code: 'front-matter-shape', severity: 'error' }))
})

test('a title that no store can hold makes no document', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const made = createDocument({ ctx, input: { kind: 'help', slug: 'asking', title: 'A\0B' } })
  await expect(made).rejects.toMatchObject({ code: 'invalid-input' })
  expect(await findDocument(ctx.db, 'help', 'asking')).toBeNull()
})
