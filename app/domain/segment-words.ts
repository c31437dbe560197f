import { fold } from './fold'
import type { Locale } from './text'

const segmenters = new Map<Locale, Intl.Segmenter>()

/** The words of a text in its order, folded. Chinese, which writes no spaces, is divided as its readers do. */
export function segmentWords(text: string, locale: Locale): string[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  return [...segmenter.segment(text.normalize('NFKC'))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => fold(segment).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
}

/**
 * The pairs of letters between a word and the next, in their order. Where a language writes no spaces, a word may have been
 * divided between two others.
 */
export const pairsAcross = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => ([...(words[index] ?? '')].at(-1) ?? '') + ([...word][0] ?? ''))
