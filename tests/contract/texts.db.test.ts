import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { publishYaml } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { DocumentFiles } from '~/domain/content/kinds'
import { listPages } from '~/features/content/list-pages.server'
import { readText } from '~/features/content/read-text.server'
import { checkDraft } from '~/features/studio/checks/check-draft.server'
import { previewText } from '~/features/studio/preview/preview-text.server'
import { publishDocument } from '~/features/studio/revisions/publish-document.server'
import { retireDocument } from '~/features/studio/revisions/retire-document.server'
import type { Context } from '~/platform/context/context'

type TextKind = 'help' | 'page'

const text = (title: string, more = ''): DocumentFiles => ({
  'en.mdx': `---\ntitle: ${title}\n${more}---\n\nWords.\n`,
})

async function draft(ctx: Context, kind: TextKind, slug: string, draftFiles: DocumentFiles) {
  await insertDocument(ctx.db, { id: uuidv7(), kind, slug, status: 'draft', draftFiles })
}

async function publish(ctx: Context, kind: TextKind, slug: string, files: DocumentFiles) {
  await draft(ctx, kind, slug, files)
  await publishDocument({ ctx, input: { kind, slug, draftVersion: 1 } })
}

test.each(['help', 'page'] as const)(
  'a retired %s leads on to what to read instead, however often that one is retired as well',
  async (kind) => {
    await using test = await createTestApp()
    const ctx = asStaff(test, 'publisher')
    const retire = (slug: string, insteadSlug?: string) =>
      retireDocument({ ctx, input: { kind, slug, ...(insteadSlug && { insteadSlug }) } })
    const found = (slug: string) => readText({ ctx: test.as(), input: { kind, slug } })
    for (const slug of ['first', 'second', 'third']) await publish(ctx, kind, slug, text(`The ${slug}`))
    expect(await found('first')).toMatchObject({ status: 'published', text: { title: 'The first' } })
    await retire('first', 'second')
    await retire('second', 'third')
    const third = { status: 'retired', instead: { slug: 'third', title: 'The third' } }
    expect([await found('first'), await found('second')]).toEqual([third, third])
    await expect(retire('third', 'first')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(retire('third', 'third')).rejects.toMatchObject({ code: 'invalid-input' })
    await retire('third')
    expect(await found('first')).toEqual({ status: 'retired', instead: null })
    await expect(found('fourth')).rejects.toMatchObject({ code: 'not-found' })
  },
)

test('the pages that are live are listed by their order, then their slug, in the language of the reader', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publish(ctx, 'page', 'last', text('Last', 'order: 9\n'))
  await publish(ctx, 'page', 'b', text('B', 'order: 1\n'))
  await publish(ctx, 'page', 'a', {
    ...text('A', 'order: 1\n'),
    'es.mdx': '---\ntitle: Á\n---\n\nPalabras.\n',
  })
  await publish(ctx, 'page', 'gone', text('Gone'))
  await retireDocument({ ctx, input: { kind: 'page', slug: 'gone' } })
  await draft(ctx, 'page', 'draft', text('Draft'))
  const pages = await listPages({ ctx: { ...test.as(), locale: 'es' } })
  expect(pages.map(({ slug, title }) => `${slug}: ${title}`)).toEqual(['a: Á', 'b: B', 'last: Last'])
})

test('the saved draft of a text is shown as it would be read, in a language that it has, to those who may see drafts', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx, 'page', 'news', {
    'es.mdx': '---\ntitle: Novedades\nsummary: Lo último\n---\n\n**Hola**\n',
  })
  await draft(ctx, 'page', 'broken', { 'en.mdx': '---\ntitle: A\n---\n\n<script>' })
  const preview = (slug: string, locale?: string) =>
    previewText({ ctx, input: { kind: 'page', slug, locale } })
  const spanish = { title: 'Novedades', summary: 'Lo último', language: 'es' }
  for (const locale of [undefined, 'es', 'zh', 'xx']) {
    expect(await preview('news', locale)).toMatchObject({ locales: ['es'], text: spanish })
  }
  expect((await preview('news')).text?.html).toContain('<strong>Hola</strong>')
  expect(await preview('broken')).toMatchObject({ text: null })
  const input = { kind: 'page' as const, slug: 'news' }
  await expect(previewText({ ctx: test.as(), input })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(readText({ ctx: test.as(), input })).rejects.toMatchObject({ code: 'not-found' })
})

test('a text is missed only in languages that the settings offer', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const missed = async () =>
    (await checkDraft({ ctx, input: { kind: 'help', slug: 'a', files: text('A') } })).map(({ file }) => file)
  expect(await missed()).toEqual(['es.mdx', 'zh.mdx'])
  const settings = { name: 'A', timeZone: 'UTC', currency: 'EUR', conversionWindowDays: 30, consent: 'ask' }
  const rest = { format: 'foyer-settings/1', embedHosts: [], locales: ['es', 'en'] }
  await publishYaml(ctx.db, 'settings', { ...settings, ...rest })
  ctx.content.refresh()
  expect(await missed()).toEqual(['es.mdx'])
})
