import type { Demo } from '~/domain/demo/format/schema'
import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'

/** What the demos of these rows are called now, by slug; a demo that is not published has no title here. */
export async function demoTitles(
  ctx: Context,
  rows: readonly { demo: string | null }[],
): Promise<Map<string, string>> {
  const wanted = new Set(rows.map(({ demo }) => demo))
  const published = (await ctx.content.list('demo')).filter(({ slug }) => wanted.has(slug))
  return new Map(
    published.map(({ slug, body }) => [slug, localize((body as { demo: Demo }).demo.title, ctx.locale)]),
  )
}
