import type { BodyOf } from '~/domain/content/bodies'
import { localize } from '~/domain/text'
import type { Locale } from '~/domain/text'

export interface PostCard {
  slug: string
  title: string
  summary: string
  topic: string | null
}

/** What a list tells of a help post, in a language. */
export const postCard = (
  { slug, body }: { slug: string; body: BodyOf<'help'> },
  locale: Locale,
): PostCard => ({
  slug,
  title: localize(body.title, locale),
  summary: localize(body.summary, locale),
  topic: body.topic,
})
