import { and, inArray, notInArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { helpWords } from '#db/schema/help-search'
import type { Locale } from '~/domain/text'
import { arrayText } from './array-text'

/** The words of one post in one language. Words are folded and separated by spaces. */
export interface PostWords {
  revisionId: string
  words: string
  /** From what counts most to what counts least. */
  parts: readonly string[]
}

/** How PostgreSQL finds the stems of a language; null: words are compared as they are. */
export type Stemmer = 'english' | 'spanish' | null

const WEIGHTS = ['A', 'B', 'C'] as const

/** Which of these revisions have their words stored in a language. Served by the primary key. */
export async function listWordedRevisions(
  db: Executor,
  locale: Locale,
  revisionIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: helpWords.revisionId })
    .from(helpWords)
    .where(and(inArray(helpWords.revisionId, [...revisionIds]), sql`${helpWords.locale} = ${locale}`))
  return rows.map(({ id }) => id)
}

/** Stores the words of posts; those that are there stay. */
export async function insertHelpWords(
  db: Executor,
  { locale, stemmer, posts }: { locale: Locale; stemmer: Stemmer; posts: readonly PostWords[] },
): Promise<void> {
  if (posts.length === 0) return
  const rows = posts.map(({ revisionId, words, parts }) => ({
    ...{ revisionId, locale, words, vector: vectorOf(stemmer, parts) },
  }))
  await db.insert(helpWords).values(rows).onConflictDoNothing()
}

function vectorOf(stemmer: Stemmer, parts: readonly string[]): SQL {
  if (stemmer === null) return sql`${placedWords(parts)}::tsvector`
  const weighted = parts.map(
    (part, index) =>
      sql`setweight(to_tsvector(${stemmer}::regconfig, ${part}), ${WEIGHTS[index] ?? 'D'}::"char")`,
  )
  return sql.join(weighted, sql` || `)
}

/** The text of a vector, which no parser divides: what letters are depends on the server's locale. */
function placedWords(parts: readonly string[]): string {
  let place = 0
  return parts
    .flatMap((part, index) =>
      part
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => `'${word}':${Math.min((place += 1), MOST_PLACES)}${WEIGHTS[index] ?? 'D'}`),
    )
    .join(' ')
}

/** PostgreSQL counts no further. */
const MOST_PLACES = 16_383

/** Deletes the words of all other revisions. Served by the primary key. */
export async function deleteOtherHelpWords(db: Executor, revisionIds: readonly string[]): Promise<void> {
  await db.delete(helpWords).where(notInArray(helpWords.revisionId, [...revisionIds]))
}

interface WordsQuery {
  locale: Locale
  revisionIds: readonly string[]
}

/** Words of these posts that resemble a word, the nearest first. Reads the words of one language. */
export async function listSimilarWords(
  db: Executor,
  { locale, revisionIds }: WordsQuery,
  word: string,
): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select word from (
      select distinct unnest(string_to_array(words, ' ')) as word from ${helpWords}
      where ${inArray(helpWords.revisionId, [...revisionIds])} and locale = ${locale}
    ) as known
    where similarity(word, ${word}) > 0.2 order by similarity(word, ${word}) desc, word limit 20`)
  return rows.map((row) => row.word)
}

/** A post that holds some of the words that were asked for. */
type WordedPost = Record<'revisionId', string> & Record<'matched' | 'asked', number>

/** Which posts hold how many of the words, the best first. A word has alternatives, each of which may be the beginning of one. */
export async function findWordedPosts(
  db: Executor,
  {
    locale,
    revisionIds,
    stemmer,
    words,
  }: WordsQuery & { stemmer: Stemmer; words: readonly (readonly string[])[] },
): Promise<WordedPost[]> {
  const asked = words.map((alternatives) => alternatives.map((one) => `'${one}':*`).join(' | '))
  const query = stemmer === null ? sql`text::tsquery` : sql`to_tsquery(${stemmer}::regconfig, text)`
  return db.execute<WordedPost>(sql`
    select revision_id as "revisionId", (count(*) filter (where vector @@ query))::int as matched, count(*)::int as asked
    from ${helpWords}
    cross join (select ${query} as query from unnest(${arrayText(asked)}::text[]) as text) as asked
    where ${inArray(helpWords.revisionId, [...revisionIds])} and locale = ${locale} and numnode(query) > 0
    group by revision_id
    having count(*) filter (where vector @@ query) > 0
    order by matched desc, sum(ts_rank(vector, query)) desc, revision_id`)
}
