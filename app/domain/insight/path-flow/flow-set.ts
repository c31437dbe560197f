import { FLOW_SOURCES, type FlowSource } from './sequence'
import { stretchOf, stretchSteps, type Step, type Stretch, type StretchTerms } from './stretch'

/** Of which paths a Sankey diagram is drawn, and which stretch of each. */
export interface FlowTerms extends StretchTerms {
  of: FlowSource
}

/** A state of a column, or any but these: the rare ones together. */
export type FlowPlace = { state: string } | { except: readonly string[] }

const TOTALS = ['drawn', 'lacking', 'longer'] as const
const VISITS = ['count', 'entries', 'earlier', 'exits', 'later'] as const

/** A number of the diagram: of all paths, of those at a place, or of those that move from one to another. */
export type FlowPart =
  | { total: (typeof TOTALS)[number] }
  | { visit: (typeof VISITS)[number]; column: number; at: FlowPlace }
  | { column: number; from: FlowPlace; to: FlowPlace }

/** The trials behind a number of a Sankey diagram. */
export interface FlowSet {
  flow: FlowTerms
  part: FlowPart
}

/** True when the path is one of those that the number counts. */
export function isInFlow({ flow, part }: FlowSet, states: readonly string[]): boolean {
  if (states.length === 0) return false
  const stretch = stretchOf({ states, count: 1 }, flow)
  if ('total' in part) return part.total === (typeof stretch === 'string' ? stretch : 'drawn')
  return typeof stretch !== 'string' && passes(stretch, part)
}

function passes(stretch: Stretch, part: Exclude<FlowPart, { total: unknown }>): boolean {
  const steps = stretchSteps(stretch)
  const step = steps.find(({ column }) => column === part.column)
  if (!step) return false
  if ('visit' in part) return isAt(part.at, step.state) && isVisit[part.visit](stretch, step)
  const next = steps.find(({ column }) => column === part.column + 1)
  return next !== undefined && isAt(part.from, step.state) && isAt(part.to, next.state)
}

const isWhole = ({ path, last }: Stretch): boolean => last === path.states.length - 1

const isVisit: Record<(typeof VISITS)[number], (stretch: Stretch, step: Step) => boolean> = {
  count: () => true,
  entries: ({ first }, { isFirst }) => isFirst && first === 0,
  earlier: ({ first }, { isFirst }) => isFirst && first > 0,
  exits: (stretch, { isLast }) => isLast && isWhole(stretch),
  later: (stretch, { isLast }) => isLast && !isWhole(stretch),
}

const isAt = (place: FlowPlace, state: string): boolean =>
  'state' in place ? place.state === state : !place.except.includes(state)

/** Ids contain neither. */
const MARK = '.'
const EXCEPT = '!'

/** As it stands in URLs, after its family: `states.orders..5.move.0.orders.pick`, `tasks...3.count.1.!ship!pay`. */
export function formatFlowSet({ flow, part }: FlowSet): string {
  const terms = [flow.of, flow.start ?? '', flow.end ?? '', flow.steps]
  return [...terms, ...formatPart(part)].join(MARK)
}

const MOVE = 'move'

function formatPart(part: FlowPart): (string | number)[] {
  if ('total' in part) return [part.total]
  if ('visit' in part) return [part.visit, part.column, formatPlace(part.at)]
  return [MOVE, part.column, formatPlace(part.from), formatPlace(part.to)]
}

const formatPlace = (place: FlowPlace): string =>
  'state' in place ? place.state : EXCEPT + place.except.join(EXCEPT)

/** Reads what `formatFlowSet` wrote; null for anything else. */
export function parseFlowSet(text: string): FlowSet | null {
  const [sourceText, start = '', end = '', stepText = '', ...rest] = text.split(MARK)
  const of = FLOW_SOURCES.find((one) => one === sourceText)
  const steps = parseCount(stepText)
  const part = parsePart(rest)
  if (!of || steps === null || !part) return null
  return { flow: { of, ...(start && { start }), ...(end && { end }), steps }, part }
}

function parsePart([kind, columnText = '', first, second, ...more]: string[]): FlowPart | null {
  const total = TOTALS.find((one) => one === kind)
  if (total) return columnText === '' ? { total } : null
  const column = parseCount(columnText)
  const at = parsePlace(first)
  if (column === null || !at || more.length > 0) return null
  const visit = VISITS.find((one) => one === kind)
  if (visit) return second === undefined ? { visit, column, at } : null
  const to = parsePlace(second)
  return kind === MOVE && to ? { column, from: at, to } : null
}

function parsePlace(text: string | undefined): FlowPlace | null {
  if (!text) return null
  if (!text.startsWith(EXCEPT)) return { state: text }
  const names = text.slice(EXCEPT.length)
  return { except: names === '' ? [] : names.split(EXCEPT) }
}

/** No diagram has more columns. */
const MOST = 99

function parseCount(text: string): number | null {
  const count = /^\d{1,2}$/.test(text) ? Number(text) : MOST + 1
  return count <= MOST ? count : null
}
