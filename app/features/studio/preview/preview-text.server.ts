import { z } from 'zod'
import { textFile } from '~/domain/content/kinds'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { verb } from '~/platform/verb/verb'
import { draftTitle } from '../documents/draft-title'
import { readOrRefuse } from '../documents/find-or-refuse.server'

const previewSchema = z.object({
  kind: z.enum(['help', 'page']),
  slug: z.string().max(200),
  /** The first language that is written when absent or not written. */
  locale: z.string().optional(),
})

export interface TextPreview {
  draftVersion: number
  /** Languages in which the draft is written. */
  locales: Locale[]
  /** Null when the draft has errors and cannot be shown. */
  text: { title: string; summary: string; html: string; language: Locale } | null
}

/** The saved draft of a help post or a page as it would be read. Nothing is written. */
export const previewText = verb(
  { permission: 'documents.read', input: previewSchema },
  async ({ ctx, input: { kind, slug, locale } }): Promise<TextPreview> => {
    const { draftFiles: files, draftVersion } = await readOrRefuse(ctx.db, { kind, slug })
    const locales = LOCALES.filter((each) => files[textFile(each)] !== undefined)
    const language = locales.find((each) => each === (locale ?? ctx.locale)) ?? locales[0]
    const { body } = await ctx.inspector.check(kind, slug, files)
    if (!body || !language) return { draftVersion, locales, text: null }
    const source = files[textFile(language)] ?? ''
    const texts = [{ name: language, locale: language, text: source, isGuide: false }]
    const rendered = await ctx.inspector.render(texts)
    const summary = 'summary' in body ? (body.summary[language] ?? '') : ''
    const title = draftTitle(kind, files)?.[language] ?? slug
    return { draftVersion, locales, text: { title, summary, html: rendered[language] ?? '', language } }
  },
)
