import type { CompiledDemo, TransitionInfo } from '../../engine/compile'
import type { ExploredRun } from '../explored-run'
import type { Finding } from '../finding'
import type { GuardAnswers } from '../proof-sightings'

/**
 * Guards that gave the same answer at every evaluation, over all plans and start roles. Guards that were never
 * evaluated, and those that failed, have findings of their own.
 */
export function guardProblems(compiled: CompiledDemo, runs: readonly ExploredRun[]): Finding[] {
  const broken = new Set(runs.flatMap((run) => run.failures.map((failure) => failure.at)))
  return compiled.transitions.flatMap((one): Finding[] => {
    const answers = answersOf(one.id, runs)
    const at = `${one.id}.if`
    if (one.if === null || answers === null || broken.has(at)) return []
    if (!answers.held) return [neverTrue(at, one.if)]
    return answers.failed ? [] : [neverFalse(at, one.if, behind(compiled, one).length)]
  })
}

/** What the guard of a transition answered over all runs; null when it was never evaluated. */
export function answersOf(transition: string, runs: readonly ExploredRun[]): GuardAnswers | null {
  const answers = runs.flatMap(({ sightings }) => sightings.guards.get(transition) ?? [])
  if (answers.length === 0) return null
  return { held: answers.some((one) => one.held), failed: answers.some((one) => one.failed) }
}

/** The alternatives of a transition, itself included, in the order in which they are tried. */
export function alternativesOf(compiled: CompiledDemo, one: TransitionInfo): TransitionInfo[] {
  return compiled.transitions.filter(
    (other) => other.source === one.source && other.kind === one.kind && other.event === one.event,
  )
}

function behind(compiled: CompiledDemo, one: TransitionInfo): TransitionInfo[] {
  const alternatives = alternativesOf(compiled, one)
  return alternatives.slice(alternatives.findIndex((other) => other.id === one.id) + 1)
}

function neverTrue(at: string, source: string): Finding {
  return { code: 'guard-never-true', at, severity: 'warning', details: { source } }
}

function neverFalse(at: string, source: string, shadowed: number): Finding {
  return { code: 'guard-never-false', at, severity: 'warning', details: { source, shadowed } }
}
