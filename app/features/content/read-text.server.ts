import { z } from 'zod'
import type { BodyOf } from '~/domain/content/bodies'
import { LOCALES, localize } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { localPath, mainLocale } from '~/domain/content/local-path'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { recordExposure } from '~/platform/content/record-exposure'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.object({ kind: z.enum(['help', 'page']), slug: z.string().max(200) })

/** A text that is read as a page of its own. */
export interface ReadableText {
  slug: string
  title: string
  summary: string
  html: string
  /** The language the text is in, which may be another than asked for. */
  language: Locale
}

/** One that is there, or one that is no longer offered with what to read instead. */
export type FoundText =
  | { status: 'published'; text: ReadableText }
  | { status: 'retired'; instead: { slug: string; title: string } | null }

/**
 * One published help post or page, in the visitor's language where it has it.
 * @throws DomainError `not-found` for one that never was published.
 */
export const readText = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { kind, slug } }): Promise<FoundText> => {
    await recordExposure(ctx, kind, slug)
    const found = await servedTo(ctx).published(kind, slug)
    if (found) {
      const { locales } = await workspaceSettings(ctx)
      return { status: 'published', text: readable(found, ctx.locale, mainLocale(locales)) }
    }
    if ((await ctx.content.status(kind, slug)) === 'retired') {
      return { status: 'retired', instead: await readInstead(ctx, kind, slug) }
    }
    throw new DomainError('not-found', `There is no ${kind} “${slug}”.`, { slug })
  },
)

interface Rendered {
  slug: string
  body: BodyOf<'help' | 'page'>
  rendered: Record<string, string>
}

/** A text in this language, else in the first that it has. */
function readable({ slug, body, rendered }: Rendered, locale: Locale, main: Locale): ReadableText {
  const language = [locale, ...LOCALES].find((each) => rendered[each] !== undefined) ?? 'en'
  return {
    slug,
    title: localize(body.title, locale),
    summary: localize(body.summary, locale),
    html: withLocalLinks(rendered[language] ?? '', locale, main),
    language,
  }
}

/** Vetted HTML whose links to pages of the center stay in the language. */
const withLocalLinks = (html: string, locale: Locale, main: Locale): string =>
  html.replace(
    / href="(\/[^"]*)"/g,
    (_link, address: string) => ` href="${localPath(address, locale, main)}"`,
  )

async function readInstead(ctx: Context, kind: 'help' | 'page', slug: string) {
  const instead = await ctx.content.instead(kind, slug)
  const other = instead && (await ctx.content.published(kind, instead))
  return other ? { slug: other.slug, title: localize(other.body.title, ctx.locale) } : null
}
