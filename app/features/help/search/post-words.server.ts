import { deleteOtherHelpWords, insertHelpWords, listWordedRevisions } from '#db/queries/help-words'
import type { PostWords, Stemmer } from '#db/queries/help-words'
import { pairsAcross, segmentWords } from '~/domain/segment-words'
import { LOCALES, localize } from '~/domain/text'
import type { Locale } from '~/domain/text'
import type { PublishedRevision } from '~/platform/content/live-content'
import type { Context } from '~/platform/context/context'

export const STEMMERS: Record<Locale, Stemmer> = { en: 'english', es: 'spanish', zh: null }

/** Words of a post beyond these are not found; no post is so long. */
const MOST_WORDS = 8_000

/**
 * Stores the words of the posts that are live and have none yet, and deletes those of posts that no longer are. What is
 * published is found by its next search, on every instance and whatever published it.
 */
export async function storePostWords(
  ctx: Context,
  posts: readonly PublishedRevision<'help'>[],
): Promise<void> {
  const { db, locale } = ctx
  const ids = posts.map(({ revisionId }) => revisionId)
  const known = new Set(await listWordedRevisions(db, locale, ids))
  const missing = posts.filter(({ revisionId }) => !known.has(revisionId))
  if (missing.length === 0) return
  await deleteOtherHelpWords(db, ids)
  const words = missing.map((post) => wordsOf(post, locale))
  await insertHelpWords(db, { locale, stemmer: STEMMERS[locale], posts: words })
}

/** The words of what a visitor of this language is shown. */
function wordsOf({ revisionId, body, rendered }: PublishedRevision<'help'>, locale: Locale): PostWords {
  const html = [locale, ...LOCALES].map((each) => rendered[each]).find((text) => text !== undefined) ?? ''
  const texts = [localize(body.title, locale), localize(body.summary, locale), textOf(html)]
  const parts = texts.map((text) => segmentWords(text, locale).slice(0, MOST_WORDS))
  const withPairs = parts.map((one) => (STEMMERS[locale] === null ? [...one, ...pairsAcross(one)] : one))
  return {
    revisionId,
    words: [...new Set(parts.flat())].join(' '),
    parts: withPairs.map((one) => one.join(' ')),
  }
}

/** The text of vetted HTML. A tag stands for a space, so that words of two paragraphs stay two. */
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, ' ').replace(/&(?:amp|lt|gt|quot|#\w+);/g, ' ')
