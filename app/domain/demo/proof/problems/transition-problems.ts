import type { CompiledDemo, TransitionInfo } from '../../engine/compile'
import type { ExploredRun } from '../explored-run'
import type { Finding } from '../finding'
import { alternativesOf, answersOf } from './guard-problems'

/**
 * Why each transition of `untaken` is taken under no plan and start role, one finding each. A guard that never holds
 * is reported by `guardProblems`.
 */
export function transitionProblems(
  compiled: CompiledDemo,
  runs: readonly ExploredRun[],
  untaken: readonly string[],
): Finding[] {
  return compiled.transitions.flatMap((one): Finding[] => {
    if (!untaken.includes(one.id)) return []
    if (isNeverSent(one, runs)) return [withoutControl(compiled, one)]
    return answersOf(one.id, runs)?.held === false ? [] : [untakenProblem(compiled, one, runs)]
  })
}

/** Whether its state is reached, but no control shown there ever sends its event. */
function isNeverSent({ source, event }: TransitionInfo, runs: readonly ExploredRun[]): boolean {
  const reached = runs.filter((run) => !run.unreached.includes(source))
  return (
    event !== null &&
    reached.length > 0 &&
    !reached.some(({ sightings }) => sightings.offered.get(source)?.has(event))
  )
}

function withoutControl(compiled: CompiledDemo, { id, source, event }: TransitionInfo): Finding {
  const screens = screensOf(compiled, source)
  const details = { event: event ?? '', state: source, screens }
  return { code: 'transition-without-control', at: id, severity: 'warning', details }
}

/** The screens that a state shows: its own, and those of the states inside it. */
function screensOf(compiled: CompiledDemo, id: string): string[] {
  const state = compiled.states.get(id)
  const inside = (state?.children ?? []).flatMap((child) => screensOf(compiled, child))
  return [...new Set([...(state?.screen ? [state.screen] : []), ...inside])]
}

function untakenProblem(compiled: CompiledDemo, one: TransitionInfo, runs: readonly ExploredRun[]): Finding {
  const details = { behind: alwaysTakenBefore(compiled, one, runs) }
  return { code: 'untaken-transition', at: one.id, severity: 'warning', details }
}

/** The alternative before this one that is always taken, if the state is reached at all. */
function alwaysTakenBefore(
  compiled: CompiledDemo,
  one: TransitionInfo,
  runs: readonly ExploredRun[],
): string | null {
  const alternatives = alternativesOf(compiled, one)
  const before = alternatives.slice(
    0,
    alternatives.findIndex((other) => other.id === one.id),
  )
  const isTaken = ({ id }: TransitionInfo) => runs.some((run) => !run.untaken.includes(id))
  const greedy = before.find(
    (other) => isTaken(other) && (other.if === null || answersOf(other.id, runs)?.failed === false),
  )
  return greedy?.id ?? null
}
