import { z } from 'zod'
import { findWordedPosts, listSimilarWords } from '#db/queries/help-words'
import { fold } from '~/domain/fold'
import { maskPrivate } from '~/domain/mask-private'
import { pairsAcross, segmentWords } from '~/domain/segment-words'
import { isStopWord } from '~/domain/stop-words'
import { nearest } from '~/domain/suggest'
import type { Locale } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { postCard } from '../post-card'
import type { PostCard } from '../post-card'
import { STEMMERS, storePostWords } from './post-words.server'
import { recordSearch } from './record-search'

const inputSchema = z.object({
  /** As it was typed; what is beyond the limit is not searched. */
  typed: z.string().transform((text) => text.slice(0, MOST_LETTERS).trim()),
  /** Whether somebody waits for the answer: a page that a browser fetches ahead is not recorded. */
  counts: z.boolean(),
})

const MOST_LETTERS = 200
const MOST_WORDS = 12
/** The part of the words that a post must hold. */
const ENOUGH = 0.6

export interface HelpAnswer {
  /** As it was typed. */
  typed: string
  posts: PostCard[]
  /** Words of the posts that were searched for besides, because a word that was typed is in none. */
  instead: string[]
}

/**
 * Finds published help posts in the visitor's language by what they typed: any form of a word, its beginning, without its
 * accents, or with a mistake. What was searched is recorded.
 */
export const searchHelp = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { typed, counts } }): Promise<HelpAnswer> => {
    const words = wordsOf(typed, ctx.locale)
    if (words.length === 0) return { typed, posts: [], instead: [] }
    const posts = await ctx.content.list('help')
    await storePostWords(ctx, posts)
    const revisionIds = posts.map(({ revisionId }) => revisionId)
    const { found, instead } = await findPosts(ctx, revisionIds, words)
    const cards = found.flatMap((id) => posts.filter(({ revisionId }) => revisionId === id))
    if (counts) {
      const query = normalizeQuery(typed)
      await recordSearch(ctx, { query, hits: cards.length })
    }
    return { typed, posts: cards.map((post) => postCard(post, ctx.locale)), instead }
  },
)

/** As it is recorded: without what could be somebody's address or number. */
export const normalizeQuery = (typed: string): string => fold(maskPrivate(typed.slice(0, MOST_LETTERS)))

/** A word that was typed, with others that it may stand for. */
interface TypedWord {
  word: string
  alternatives: string[]
}

function wordsOf(typed: string, locale: Locale): TypedWord[] {
  const words = segmentWords(typed, locale)
  const pairs = STEMMERS[locale] === null ? pairsAcross(words) : []
  const around = (index: number) => [pairs[index - 1], pairs[index]].filter((pair) => pair !== undefined)
  const all = words.map((word, index) => ({ word, alternatives: [word, ...around(index)] }))
  const telling = all.filter(({ word }) => !isStopWord(word, locale))
  const distinct = new Map((telling.length > 0 ? telling : all).map((one) => [one.word, one]))
  return [...distinct.values()].slice(0, MOST_WORDS)
}

async function findPosts(ctx: Context, revisionIds: readonly string[], typed: readonly TypedWord[]) {
  const { db, locale } = ctx
  const base = { locale, revisionIds, stemmer: STEMMERS[locale] }
  const wanted = await Promise.all(
    typed.map(async ({ word, alternatives }) => {
      const found = await findWordedPosts(db, { ...base, words: [alternatives] })
      const isRight = found.length > 0 || word.length < SHORTEST_MISTAKE
      const near = isRight ? null : nearest(word, await listSimilarWords(db, base, word))
      return { alternatives: near === null ? alternatives : [...alternatives, near], near }
    }),
  )
  const words = wanted.map(({ alternatives }) => alternatives)
  const ranked = await findWordedPosts(db, { ...base, words })
  return {
    found: ranked
      .filter(({ matched, asked }) => matched >= ENOUGH * asked)
      .map(({ revisionId }) => revisionId),
    instead: wanted.flatMap(({ near }) => near ?? []),
  }
}

/** A word of fewer letters may be mistaken for any other. */
const SHORTEST_MISTAKE = 4
