import type { ConversionSet } from './conversion-terms'
import { formatConversionSet, parseConversionSet } from './conversion-terms'

/** Sets that need no key. Each is a number on a board and the list behind it. */
export const PLAIN_SETS = [
  'started',
  'finished',
  'ended',
  'dropped',
  'running',
  'way-known',
  'detoured',
  'ideal-way',
  'hinted',
  'rated',
  'scored',
  'with-tasks',
  'with-steps',
  'converted',
  'early',
  'matured',
  'open',
  'asked',
  'simulated',
  'flagged',
] as const

/** Sets with a key: a state, an edge `a>b`, a whole path, a task, a number of stars, a bar, a sign-up farm. */
export const SET_FAMILIES = [
  'entered',
  'dropped-at',
  'edge',
  'path',
  'task-offered',
  'task-done',
  'stars',
  'score',
  'minutes',
  'farm',
] as const

export type PlainSet = (typeof PLAIN_SETS)[number]
export type SetFamily = (typeof SET_FAMILIES)[number]

/** A named set that is decided by each trial alone. */
export type RowSet = { name: PlainSet } | { family: SetFamily; key: string }

/** A named set of trials. Counts and lists use the same definition, so a list is as long as its number. */
export type TrialSet = RowSet | ConversionSet

/** Prefix of a set of conversion in URLs. */
const CONVERSION = 'conversion:'

/** Joins the states of an edge or a path. State ids cannot contain it. */
export const STEP_MARK = '>'

/** As it stands in URLs: `finished`, `dropped-at:pick`, `edge:orders>order-form`, `conversion:visitor.any.matured`. */
export function formatTrialSet(set: TrialSet): string {
  if ('unit' in set) return CONVERSION + formatConversionSet(set)
  return 'name' in set ? set.name : `${set.family}:${set.key}`
}

/** Reads what `formatTrialSet` wrote; null for anything else. */
export function parseTrialSet(text: string): TrialSet | null {
  const name = PLAIN_SETS.find((plain) => plain === text)
  if (name) return { name }
  if (text.startsWith(CONVERSION)) return parseConversionSet(text.slice(CONVERSION.length))
  const mark = text.indexOf(':')
  const family = SET_FAMILIES.find((candidate) => candidate === text.slice(0, mark))
  const key = text.slice(mark + 1)
  return family && key !== '' ? { family, key } : null
}
