import { expect, test } from 'vitest'
import { asStaff } from '#tests/support/staff'
import { soundFiles } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import { outdatedTexts } from '~/domain/content/texts/outdated'
import { textUnits } from '~/domain/content/texts/text-units'
import type { Context } from '~/platform/context/context'
import { createDocument } from '../documents/create-document.server'
import { readDocument } from '../documents/read-document.server'
import { saveDraft } from '../documents/save-draft.server'
import { confirmText } from './confirm-text.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

async function outdatedIn(ctx: Context) {
  const { files, basis } = await readDocument({ ctx, input: ASK })
  return outdatedTexts(basis ?? {}, textUnits('demo', files) ?? [], 'en')
}

function withGuide(text: string) {
  return { ...soundFiles, 'guides/approval.en.mdx': text }
}

test('a translation is outdated once its source text was saved with another, until somebody says that it still fits', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'operator')
  await createDocument({ ctx, input: { ...ASK, title: 'Ask' } })
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: withGuide('Something else.\n') } })
  expect(await outdatedIn(ctx)).toEqual([
    { key: 'guides.approval', locale: 'zh' },
    { key: 'guides.approval', locale: 'es' },
  ])
  await confirmText({ ctx, input: { ...ASK, key: 'guides.approval', locale: 'es' } })
  expect(await outdatedIn(ctx)).toEqual([{ key: 'guides.approval', locale: 'zh' }])
  await saveDraft({
    ctx,
    input: {
      ...ASK,
      draftVersion: 2,
      files: { ...withGuide('Something else.\n'), 'guides/approval.zh.mdx': '别的。\n' },
    },
  })
  expect(await outdatedIn(ctx)).toEqual([])
  const nowhere = confirmText({ ctx, input: { ...ASK, key: 'guides.nowhere', locale: 'es' } })
  await expect(nowhere).rejects.toMatchObject({ code: 'not-found' })
})
