import { formatCohortSet, parseCohortSet, type CohortSet } from './cohorts/cohort-terms'
import type { CreditedSet } from './attribution/credited-set'
import { formatCreditedSet, parseCreditedSet } from './attribution/credited-set'
import type { ConversionSet } from './conversion-terms'
import { formatConversionSet, parseConversionSet } from './conversion-terms'
import type { FlowSet } from './path-flow/flow-set'
import { formatFlowSet, parseFlowSet } from './path-flow/flow-set'
import type { VisitorSet } from './stages/visitor-states'
import { parseVisitorSet } from './stages/visitor-states'

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
  'tasks-done',
  'with-steps',
  'converted',
  'early',
  'matured',
  'open',
  'asked',
  'valued',
  'unvalued',
  'early-valued',
  'simulated',
  'flagged',
] as const

/** Sets with a key that demo boards count: a state, an edge `a>b`, a whole path, a task, a number of stars, a bar, a farm. */
export const TALLIED_FAMILIES = [
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

/** Others with a key: where a trial began, where it ended, and the states of which it tells how long it stood there. */
export const SET_FAMILIES = [...TALLIED_FAMILIES, 'begun-at', 'ended-at', 'stood-at'] as const

export type PlainSet = (typeof PLAIN_SETS)[number]
export type TalliedFamily = (typeof TALLIED_FAMILIES)[number]
export type SetFamily = (typeof SET_FAMILIES)[number]

/** Trials that began in a stretch of time, milliseconds, `until` excluded. */
interface BegunSet {
  begun: { from: number; until: number }
}

/** Sets that a plain set can be narrowed to. */
export type NarrowSet = { family: SetFamily; key: string } | FlowSet | BegunSet

/** A named set that is decided by each trial alone. The last are the trials of a plain set that are in another one too. */
export type RowSet = { name: PlainSet } | NarrowSet | { plain: PlainSet; among: NarrowSet }

/** A named set of trials. Counts and lists use the same definition, so a list is as long as its number. */
export type TrialSet = RowSet | ConversionSet | VisitorSet | CohortSet | CreditedSet

/** Prefixes of sets in URLs. */
const CONVERSION = 'conversion:'
const FLOW = 'flow:'
const BEGUN = 'begun:'
const VISITORS = 'visitors:'
const COHORT = 'cohort:'
const CREDITED = 'credited:'

/** Between a plain set and what it is narrowed to. */
const AMONG = '@'

/** Joins the states of an edge or a path. State ids cannot contain it. */
export const STEP_MARK = '>'

/** As it stands in URLs: `finished`, `dropped-at:pick`, `edge:orders>order-form`, `finished@path:orders>paid`. */
export function formatTrialSet(set: TrialSet): string {
  if ('unit' in set) return CONVERSION + formatConversionSet(set)
  if ('visitors' in set) return VISITORS + set.visitors
  if ('cohort' in set) return COHORT + formatCohortSet(set)
  if ('credited' in set) return CREDITED + formatCreditedSet(set)
  if ('plain' in set) return set.plain + AMONG + formatTrialSet(set.among)
  if ('flow' in set) return FLOW + formatFlowSet(set)
  if ('begun' in set) return `${BEGUN}${set.begun.from}-${set.begun.until}`
  return 'name' in set ? set.name : `${set.family}:${set.key}`
}

/** Reads what `formatTrialSet` wrote; null for anything else. */
export function parseTrialSet(text: string): TrialSet | null {
  const name = PLAIN_SETS.find((plain) => plain === text)
  if (name) return { name }
  if (text.startsWith(CONVERSION)) return parseConversionSet(text.slice(CONVERSION.length))
  if (text.startsWith(VISITORS)) return parseVisitorSet(text.slice(VISITORS.length))
  if (text.startsWith(COHORT)) return parseCohortSet(text.slice(COHORT.length))
  if (text.startsWith(CREDITED)) return parseCreditedSet(text.slice(CREDITED.length))
  const plain = PLAIN_SETS.find((one) => text.startsWith(one + AMONG))
  if (!plain) return parseNarrowSet(text)
  const among = parseNarrowSet(text.slice(plain.length + AMONG.length))
  return among && { plain, among }
}

function parseNarrowSet(text: string): NarrowSet | null {
  if (text.startsWith(FLOW)) return parseFlowSet(text.slice(FLOW.length))
  if (text.startsWith(BEGUN)) return parseBegunSet(text.slice(BEGUN.length))
  const mark = text.indexOf(':')
  const family = SET_FAMILIES.find((candidate) => candidate === text.slice(0, mark))
  const key = text.slice(mark + 1)
  return family && key !== '' ? { family, key } : null
}

/** Up to the year 9999. */
const BEGUN_FORM = /^(\d{1,15})-(\d{1,15})$/

function parseBegunSet(text: string): BegunSet | null {
  const [, from, until] = BEGUN_FORM.exec(text) ?? []
  return from === undefined || until === undefined
    ? null
    : { begun: { from: Number(from), until: Number(until) } }
}
