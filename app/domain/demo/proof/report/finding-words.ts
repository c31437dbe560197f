import type { FindingDetails } from '../finding'
import type { ProofCode } from '../../format/problem'

/** The names of things, quoted, in the locale of the words around them. */
export type FindingNames = {
  state: (id: string) => string
  states: (ids: readonly string[]) => string
  screens: (ids: readonly string[]) => string
  task: (id: string) => string
  role: (id: string) => string
}

/** The words for each finding in one locale. */
export type FindingWords = {
  [C in ProofCode]: (details: FindingDetails[C], names: FindingNames) => string
}

const MAX_NAMED = 10

/** The first ids of a list, with how many more there are; empty for an empty one. */
export function firstNamed(ids: readonly string[], more: (count: number) => string): string {
  const left = ids.length - MAX_NAMED
  return ids.slice(0, MAX_NAMED).join(', ') + (left > 0 ? more(left) : '')
}
