import { segmentWords } from '~/domain/segment-words'
import { isStopWord } from '~/domain/stop-words'
import type { Locale } from '~/domain/text'

/** Words that a prospect wrote in a trial, about one state of its demo. */
export interface SpokenText {
  /** Of the remark, or of the trial that was rated. */
  id: string
  trial: string
  demo: string
  state: string
  locale: Locale
  text: string
}

/** A word of a state, and in how many trials it was said. */
interface FrequentWord {
  word: string
  trials: number
}

export interface WordsOfState {
  demo: string
  state: string
  words: FrequentWord[]
}

/** Said in fewer trials, a word is one prospect's. */
const LEAST_TRIALS = 2
const MOST_WORDS = 10

/**
 * The words that were said of each state in the most trials. A word counts once a trial, however often it was said; words that
 * say nothing by themselves, single letters and numbers are left out.
 */
export function frequentWords(texts: readonly SpokenText[]): WordsOfState[] {
  const states = new Map<string, { demo: string; state: string; trials: Map<string, Set<string>> }>()
  for (const { demo, state, trial, locale, text } of texts) {
    const key = `${demo}/${state}`
    const own = states.get(key) ?? { demo, state, trials: new Map<string, Set<string>>() }
    states.set(key, own)
    for (const word of tellingWords(text, locale)) {
      own.trials.set(word, (own.trials.get(word) ?? new Set<string>()).add(trial))
    }
  }
  return [...states.values()]
    .map(({ demo, state, trials }) => ({ demo, state, words: mostSaid(trials) }))
    .filter(({ words }) => words.length > 0)
    .sort((one, other) => (other.words[0]?.trials ?? 0) - (one.words[0]?.trials ?? 0))
}

/** The texts that say a word of a state: those whose trials `frequentWords` counts. */
export function textsThatSay(
  texts: readonly SpokenText[],
  { demo, state, word }: { demo: string; state: string; word: string },
): SpokenText[] {
  const of = texts.filter((one) => one.demo === demo && one.state === state)
  return of.filter(({ text, locale }) => tellingWords(text, locale).has(word))
}

function tellingWords(text: string, locale: Locale): Set<string> {
  const words = segmentWords(text, locale)
  return new Set(
    words.filter((word) => [...word].length > 1 && !/^\p{N}+$/u.test(word) && !isStopWord(word, locale)),
  )
}

function mostSaid(trials: ReadonlyMap<string, ReadonlySet<string>>): FrequentWord[] {
  return [...trials]
    .map(([word, of]) => ({ word, trials: of.size }))
    .filter((one) => one.trials >= LEAST_TRIALS)
    .sort((one, other) => other.trials - one.trials || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_WORDS)
}
