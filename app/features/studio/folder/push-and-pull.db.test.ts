import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestApp } from '#tests/support/test-app'
import { systemContext } from '~/platform/context/context'
import { createDocument } from '../documents/create-document.server'
import { publishDocument } from '../revisions/publish-document.server'
import { pullContent } from './pull-content.server'
import { pushContent } from './push-content.server'

const REFUNDS = { kind: 'help', slug: 'refunds' } as const

test('content goes to files and comes back, as drafts or published', async () => {
  await using test = await createTestApp()
  const ctx = systemContext(test.app, 'content')
  const directory = await mkdtemp(join(tmpdir(), 'foyer-content-'))
  try {
    await createDocument({ ctx, input: { ...REFUNDS, title: 'Refunds' } })
    expect(await pullContent({ ctx, input: { directory, drafts: false } })).toEqual([])
    await publishDocument({ ctx, input: { ...REFUNDS, draftVersion: 1 } })
    expect(await pullContent({ ctx, input: { directory, drafts: false } })).toEqual([
      { ...REFUNDS, files: 1 },
    ])

    const file = join(directory, 'help/refunds/en.mdx')
    await writeFile(file, `${await readFile(file, 'utf8')}\nWithin 14 days.\n`)
    await writeFile(join(directory, 'help/refunds/es.mdx'), '---\ntitle: Reembolsos\n---\n\nEn 14 días.\n')
    const push = (publish: boolean) => pushContent({ ctx, input: { directory, publish } })
    expect(await push(false)).toEqual([{ ...REFUNDS, outcome: 'saved' }])
    expect((await ctx.content.published('help', 'refunds'))?.number).toBe(1)
    expect(await push(true)).toEqual([{ ...REFUNDS, outcome: 'published' }])
    expect(await push(true)).toEqual([{ ...REFUNDS, outcome: 'unchanged' }])
    expect((await ctx.content.published('help', 'refunds'))?.rendered.en).toContain('Within 14 days.')

    await writeFile(file, '<script>alert(1)</script>')
    expect(await push(true)).toMatchObject([{ outcome: 'refused', error: { code: 'proof-failed' } }])
    expect(await pullContent({ ctx, input: { directory, drafts: false } })).toEqual([
      { ...REFUNDS, files: 2 },
    ])
    expect(await readFile(file, 'utf8')).toContain('Within 14 days.')
  } finally {
    await rm(directory, { recursive: true })
  }
})
