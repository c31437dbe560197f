import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { soundFiles } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import type { Context } from '~/platform/context/context'
import { checkDraft } from './check-draft.server'
import { publishDocument } from '../revisions/publish-document.server'
import { readDocument } from '../documents/read-document.server'
import { restoreDocument } from '../revisions/restore-document.server'
import { retireDocument } from '../revisions/retire-document.server'
import { rollBack } from '../revisions/roll-back.server'
import { saveDraft } from '../documents/save-draft.server'

const help = (text: string): DocumentFiles => ({ 'en.mdx': `---\ntitle: A\n---\n\n${text}\n` })
const scenarios = (...ids: string[]): DocumentFiles => ({
  'scenarios.yaml': [
    'format: foyer-scenarios/1',
    'scenarios:',
    ...ids.map((id) => `  - { id: ${id}, name: { en: A, zh: B, es: C } }`),
    '',
  ].join('\n'),
})
const demo = (change: (source: string) => string): DocumentFiles => ({
  ...soundFiles,
  'demo.yaml': change(soundFiles['demo.yaml'] ?? ''),
})

async function publish(
  ctx: Context,
  kind: DocumentKind,
  slug: string,
  files: DocumentFiles,
): Promise<number> {
  const found = await findDocument(ctx.db, kind, slug)
  if (!found) await insertDocument(ctx.db, { id: uuidv7(), kind, slug, status: 'draft', draftFiles: files })
  else await saveDraft({ ctx, input: { kind, slug, files, draftVersion: found.draftVersion } })
  const { draftVersion } = (await findDocument(ctx.db, kind, slug)) ?? { draftVersion: 0 }
  return (await publishDocument({ ctx, input: { kind, slug, draftVersion } })).number
}

const messagesOf = (promise: Promise<unknown>): Promise<string[]> =>
  promise.then(
    () => [],
    (error: { details: { problems: { message: string }[] } }) =>
      error.details.problems.map(({ message }) => message),
  )

test('a demo with an unknown scenario is told as one types and is not published', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publish(ctx, 'scenarios', 'scenarios', scenarios('services', 'wholesale'))
  const files = demo((source) => source.replace('scenario: services', 'scenario: service'))
  const said = 'There is no scenario service: did you mean services?'
  expect(await checkDraft({ ctx, input: { kind: 'demo', slug: 'ask', files } })).toContainEqual(
    expect.objectContaining({
      code: 'unknown-scenario',
      message: said,
      file: 'demo.yaml',
      severity: 'error',
    }),
  )
  expect(await messagesOf(publish(ctx, 'demo', 'ask', files))).toEqual([said])
  expect(await ctx.content.published('demo', 'ask')).toBeNull()
  expect(await publish(ctx, 'demo', 'ask', soundFiles)).toBe(1)
})

test('a help post that offers a missing demo is not published, nor is a list that drops a scenario in use', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publish(ctx, 'scenarios', 'scenarios', scenarios('services', 'wholesale'))
  await publish(ctx, 'demo', 'ask', soundFiles)
  expect(await messagesOf(publish(ctx, 'help', 'a', help('<TryDemo slug="asks" />')))).toEqual([
    'There is no demo asks: did you mean ask?',
  ])
  expect(await messagesOf(publish(ctx, 'scenarios', 'scenarios', scenarios('wholesale')))).toEqual([
    'The scenario services is used by demo ask: keep it, or change those first or together with this',
  ])
  expect(await publish(ctx, 'scenarios', 'scenarios', scenarios('wholesale', 'services', 'retail'))).toBe(2)
  const { usedBy } = await readDocument({ ctx, input: { kind: 'scenarios', slug: 'scenarios' } })
  expect(usedBy).toMatchObject([
    {
      kind: 'demo',
      slug: 'ask',
      title: { en: 'Ask' },
      ids: ['services'],
      places: [{ file: 'demo.yaml', line: 8 }],
    },
  ])
})

test('what others name is retired only with something to try instead, which may then not go without one either', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  for (const slug of ['a', 'b', 'c']) await publish(ctx, 'help', slug, help('Text.'))
  await publish(ctx, 'help', 'reader', help('See [a](/help/a).'))
  const retire = (slug: string, insteadSlug?: string) =>
    retireDocument({ ctx, input: { kind: 'help', slug, ...(insteadSlug && { insteadSlug }) } })
  await expect(retire('a')).rejects.toMatchObject({
    code: 'conflict',
    details: { usedBy: [{ kind: 'help', slug: 'reader', ids: ['a'] }] },
  })
  await retire('a', 'b')
  await expect(retire('b')).rejects.toMatchObject({ code: 'conflict' })
  await retire('b', 'c')
  expect(await ctx.content.instead('help', 'a')).toBe('c')
  expect(await messagesOf(publish(ctx, 'help', 'other', help('See [a](/help/a).')))).toEqual([
    'The help post a is retired: write c',
  ])
})

test('what is brought back or rolled back names only what is there', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publish(ctx, 'help', 'target', help('Text.'))
  await publish(ctx, 'help', 'reader', help('See [it](/help/target).'))
  await publish(ctx, 'help', 'reader', help('Nothing.'))
  await retireDocument({ ctx, input: { kind: 'help', slug: 'target' } })
  expect(await messagesOf(rollBack({ ctx, input: { kind: 'help', slug: 'reader', number: 1 } }))).toEqual([
    'The help post target is retired: name another, or leave it out',
  ])
  await restoreDocument({ ctx, input: { kind: 'help', slug: 'target' } })
  await rollBack({ ctx, input: { kind: 'help', slug: 'reader', number: 1 } })
  await retireDocument({ ctx, input: { kind: 'help', slug: 'reader' } })
  await retireDocument({ ctx, input: { kind: 'help', slug: 'target' } })
  expect(await messagesOf(restoreDocument({ ctx, input: { kind: 'help', slug: 'reader' } }))).toHaveLength(1)
})

test('a publish and a retirement at once leave no reference that leads nowhere', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  for (let round = 0; round < 8; round++) {
    const target = `target-${round}`
    const reader = { kind: 'help', slug: `reader-${round}` } as const
    await publish(ctx, 'help', target, help('Text.'))
    const draftFiles = help(`See [it](/help/${target}).`)
    await insertDocument(ctx.db, { ...reader, id: uuidv7(), status: 'draft', draftFiles })
    const settled = await Promise.allSettled([
      publishDocument({ ctx, input: { ...reader, draftVersion: 1 } }),
      retireDocument({ ctx, input: { kind: 'help', slug: target } }),
    ])
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  }
})

test('two publishes at once, of a list that drops an id and of a demo that names it, are not both done', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publish(ctx, 'scenarios', 'scenarios', scenarios('services', 'wholesale'))
  const list = { kind: 'scenarios', slug: 'scenarios' } as const
  await saveDraft({ ctx, input: { ...list, files: scenarios('wholesale'), draftVersion: 1 } })
  await insertDocument(ctx.db, {
    id: uuidv7(),
    kind: 'demo',
    slug: 'ask',
    status: 'draft',
    draftFiles: soundFiles,
  })
  await ctx.inspector.prove(soundFiles['demo.yaml'] ?? '')
  const settled = await Promise.allSettled([
    publishDocument({ ctx, input: { kind: 'demo', slug: 'ask', draftVersion: 1 } }),
    publishDocument({ ctx, input: { ...list, draftVersion: 2 } }),
  ])
  expect(settled.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})
