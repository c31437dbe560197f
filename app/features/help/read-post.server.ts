import { z } from 'zod'
import { LOCALES, localize } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { DomainError } from '~/domain/errors'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'

const inputSchema = z.object({ slug: z.string().max(80) })

export interface HelpPost {
  slug: string
  title: string
  summary: string
  html: string
  /** The language the text is in, which may be another than asked for. */
  language: Locale
}

/**
 * One published help post, in the visitor's language where it has it.
 * @throws DomainError `gone` for a retired post, `not-found` for one that never was published.
 */
export async function readPost({ ctx, input }: VerbArgs<z.input<typeof inputSchema>>): Promise<HelpPost> {
  const { slug } = parseInput(inputSchema, input)
  const post = await ctx.content.published('help', slug)
  if (!post) {
    const retired = (await ctx.content.standing('help', slug)) === 'retired'
    throw new DomainError(retired ? 'gone' : 'not-found', `There is no help post “${slug}”.`, { slug })
  }
  const language = [ctx.locale, ...LOCALES].find((each) => post.rendered[each] !== undefined) ?? 'en'
  return {
    slug,
    title: localize(post.body.title, ctx.locale),
    summary: localize(post.body.summary, ctx.locale),
    html: post.rendered[language] ?? '',
    language,
  }
}
