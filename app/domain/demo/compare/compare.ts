import { alignLists } from './align-paths'
import { followInputs, inputsOf, type BlockedInput, type ComparedStep } from './compare-run'
import type { ComparedInput } from './compared-input'
import type { CompiledDemo } from '../engine/compile'
import { worksOf } from './input-work'
import { canonicalJson } from '~/domain/json'
import { startRun, type Run } from '../engine/run'
import { scoreRun, type IdealPath, type Score } from '../engine/score'
import { wayToGoal } from '../proof/way-to-goal'
import type { Ways } from '../engine/way/ways'
import { worldDifferences, type WorldDifference } from './world-difference'

export type { BlockedInput, ComparedStep } from './compare-run'
export type { ComparedInput } from './compared-input'
export type { WorldDifference } from './world-difference'

/** One plan's side of a comparison. */
export type PlanRun = {
  plan: string
  steps: ComparedStep[]
  /** Inputs that this plan did not take. */
  blocked: BlockedInput[]
  /** Indexes of the steps that the other plan does not need. */
  extra: number[]
  score: Score
  /** Null when no way to success was found. */
  outcome: 'success' | 'other' | null
  end: Run
}

/** The same process on two plans. */
export type Comparison = {
  role: string
  /** `trace`: inputs that were given. `ideal`: each plan's own shortest way. */
  inputs: 'trace' | 'ideal'
  left: PlanRun
  right: PlanRun
  /** Steps side by side, by their indexes; null where a plan has no step in that row. */
  rows: [number | null, number | null][]
  /** Where the worlds differ at the end. */
  differences: WorldDifference[]
}

export type CompareOptions = {
  plans: readonly [string, string]
  /** One of `compiled.startRoles`; the first when absent. */
  role?: string
  seed: string
  /** Milliseconds since the epoch. */
  startedAt: number
  /** The plan on which the trace was made; when absent, each plan takes the inputs that fit. */
  tried?: string
  /** The proof's ideal path of a plan; searched for when absent. */
  ideal?: (plan: string) => IdealPath | null
  /** The remaining way from everywhere on a plan, as the proof found it. */
  ways?: (plan: string) => Ways | null
}

/** Most inputs of a trace that are compared; each plan goes on by its own way after them. */
const MAX_INPUTS = 300

/**
 * Runs the same inputs under two plans and compares the results: steps, inputs that one plan does not take, steps that
 * the other does not need, and the world at the end. The plan of the trial takes every input; the other takes those
 * that do the same work there (the same kind of step in the same place, not only a change of an error text). Where
 * inputs do not fit a plan, or end early, it goes on by that plan's own ideal way. Without a trace each plan goes its
 * ideal way. Pure and deterministic.
 * @throws DomainError `invalid-input` for an unknown plan or role; never because of the trace
 */
export function compare(
  compiled: CompiledDemo,
  options: CompareOptions,
  trace: readonly ComparedInput[] | null = null,
): Comparison {
  const [left, right] = options.plans.map((plan) => runOn(compiled, plan, options, trace)) as [Side, Side]
  const rows = alignLists(left.steps, right.steps, likeness)
  const alone = (side: 0 | 1) =>
    rows
      .flatMap((row) => (row[1 - side] === null ? (row[side] ?? []) : []))
      .filter(worksIn([left, right][side]))
  return {
    role: left.end.startRole,
    inputs: trace === null ? 'ideal' : 'trace',
    left: { ...left, extra: alone(0) },
    right: { ...right, extra: alone(1) },
    rows,
    differences: worldDifferences(left.end.world, right.end.world),
  }
}

type Side = Omit<PlanRun, 'extra'>

/** Whether a step, by its index, did any work: an attempt without effect is no step that a plan needs. */
function worksIn(side: Side | undefined): (index: number) => boolean {
  return (index) => side?.steps[index]?.works ?? false
}

function runOn(
  compiled: CompiledDemo,
  plan: string,
  options: CompareOptions,
  trace: readonly ComparedInput[] | null,
): Side {
  const start = startOn(compiled, plan, options)
  const known = options.ideal?.(plan) ?? null
  const own = (): ComparedInput[] =>
    (known?.events ?? wayToGoal(start) ?? []).map((event) => ({ ...event, at: 0 }))
  const inputs = trace === null ? own() : inputsOf(trace, compiled).slice(0, MAX_INPUTS)
  const { tried } = options
  const isOther = trace !== null && tried !== undefined && tried !== plan
  const given = isOther ? worksOf(startOn(compiled, tried, options), inputs) : null
  const { steps, blocked, end } = followInputs(start, inputs, given)
  const outcome = end.status === 'done' ? (end.outcome ?? 'other') : null
  return { plan, steps, blocked, score: scoreRun(end), outcome, end }
}

function startOn(compiled: CompiledDemo, plan: string, { role, seed, startedAt, ways }: CompareOptions): Run {
  return startRun(compiled, { plan, role, seed, startedAt, ways: ways?.(plan) ?? null })
}

/**
 * How alike two steps are. A step without effect is never aligned with one that did work. The same event with the same
 * data in the same place is most alike; another event that did the same in the same place may share its row.
 */
function likeness(left: ComparedStep, right: ComparedStep): number {
  if (left.works !== right.works) return 0
  const samePlace = left.states.join(' ') === right.states.join(' ')
  const sameEvent = left.event.type === right.event.type
  const sameData = sameEvent && canonicalJson(left.event) === canonicalJson(right.event)
  return (sameEvent ? 6 : 0) + (samePlace ? 2 : 0) + (sameData ? 1 : 0)
}
