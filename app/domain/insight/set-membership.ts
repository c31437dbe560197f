import { SIMULATED_FLAG } from './board-filter'
import { DURATION_BINS, SCORE_BINS, binOf } from './bins'
import type { ConversionState } from './conversion-terms'
import { reached, isInState } from './conversion-units'
import type { MeasureClock, MeasuredTrial } from './measured-trial'
import { IDLE_MS } from './measured-trial'
import { hesitationsOf } from './hesitation'
import { isInFlow } from './path-flow/flow-set'
import { sequenceOf } from './path-flow/sequence'
import type { PlainSet, RowSet, SetFamily } from './trial-set'
import { STEP_MARK } from './trial-set'

type Rule<Result> = (row: MeasuredTrial, clock: MeasureClock) => Result

/** Unfinished and without an event for over half an hour. */
const isDropped: Rule<boolean> = (row, { now }) =>
  row.outcome === null && now.getTime() - row.lastEventAt.getTime() > IDLE_MS

/** A trial as a unit of its own, for `isInState`. */
const stands =
  (state: ConversionState): Rule<boolean> =>
  (row, clock) =>
    isInState({ first: row, ...reached([row], row.startedAt, clock) }, state, clock)

const PLAIN: Record<PlainSet, Rule<boolean>> = {
  started: () => true,
  finished: (row) => row.outcome === 'success',
  ended: (row) => row.outcome === 'other',
  dropped: isDropped,
  running: (row, clock) => row.outcome === null && !isDropped(row, clock),
  'way-known': (row) => row.detours !== null,
  detoured: (row) => (row.detours ?? 0) > 0,
  'ideal-way': (row) => row.outcome === 'success' && row.detours === 0,
  hinted: (row) => row.hints > 0,
  rated: (row) => row.stars !== null,
  scored: (row) => row.score !== null,
  'with-tasks': (row) => Object.keys(row.tasks).length > 0,
  'tasks-done': ({ tasks }) => {
    const outcomes = Object.values(tasks)
    return outcomes.length > 0 && outcomes.every((at) => at !== null)
  },
  'with-steps': (row) => row.detours !== null && row.steps > 0,
  converted: stands('converted'),
  early: stands('early'),
  matured: stands('matured'),
  open: stands('open'),
  asked: stands('asked'),
  valued: stands('valued'),
  unvalued: stands('unvalued'),
  'early-valued': stands('early-valued'),
  simulated: (row) => row.flags.includes(SIMULATED_FLAG),
  flagged: (row) => row.flags.some((flag) => flag !== SIMULATED_FLAG),
}

const FAMILIES: Record<SetFamily, Rule<string[]>> = {
  entered: (row) => distinct(row.path),
  'dropped-at': (row, clock) =>
    isDropped(row, clock) && row.path.includes(row.lastState) ? [row.lastState] : [],
  edge: (row) => distinct(edgesOf(row.path)),
  path: (row) => (row.path.length === 0 ? [] : [row.path.join(STEP_MARK)]),
  'task-offered': (row) => Object.keys(row.tasks),
  'task-done': (row) => Object.keys(row.tasks).filter((task) => row.tasks[task] !== null),
  stars: (row) => (row.stars === null ? [] : [String(row.stars)]),
  score: (row) => keyOf(row.score, SCORE_BINS),
  minutes: (row) => keyOf(row.activeMs, DURATION_BINS),
  farm: (row) => (row.farm === null ? [] : [row.farm]),
  'begun-at': (row) => row.path.slice(0, 1),
  'ended-at': (row) => row.path.slice(-1),
  'stood-at': (row) => [...hesitationsOf(row).keys()],
}

/** The distinct keys of a trial in a family. */
export function keysIn(family: SetFamily, row: MeasuredTrial, clock: MeasureClock): string[] {
  return FAMILIES[family](row, clock)
}

/** True when the trial belongs to the set. Every measure and every list uses it. */
export function isInSet(set: RowSet, row: MeasuredTrial, clock: MeasureClock): boolean {
  if ('name' in set) return PLAIN[set.name](row, clock)
  if ('plain' in set) return PLAIN[set.plain](row, clock) && isInSet(set.among, row, clock)
  if ('flow' in set) return isInFlow(set, sequenceOf(set.flow.of, row))
  if ('begun' in set) return isBegun(set.begun, row.startedAt.getTime())
  return keysIn(set.family, row, clock).includes(set.key)
}

const isBegun = ({ from, until }: { from: number; until: number }, at: number): boolean =>
  at >= from && at < until

const keyOf = (value: number | null, bins: Parameters<typeof binOf>[1]): string[] => {
  const bin = value === null ? undefined : binOf(value, bins)
  return bin ? [bin.key] : []
}

const edgesOf = (path: readonly string[]): string[] =>
  path.slice(1).map((state, index) => `${path[index]}${STEP_MARK}${state}`)

const distinct = (values: readonly string[]): string[] => [...new Set(values)]
