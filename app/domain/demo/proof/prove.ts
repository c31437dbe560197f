import { isDomainError } from '~/domain/errors'
import type { CompiledDemo } from '../engine/compile'
import { sharedProblems } from './problems/coverage-problems'
import type { ExploreLimits } from './explore'
import { exploreRun, type ExploredRun } from './explored-run'
import { buildWayGraph } from './build-way-graph'
import { idealOf, requiredTasks } from './ideal'
import type { Finding } from './finding'
import { combinedStatus, type Proof, type ProofInput, type ProofRun, type ProofStatus } from './proof'
import { remainingWays } from './remaining-ways'
import { runProblems } from './problems/run-problems'
import type { WayGraph } from '../engine/way/way-graph'

export type { Proof, ProofRun, ProofStatus } from './proof'

/** `maxConfigurations` is for each plan and start role, `maxMs` for the whole proof. `clock` is in milliseconds. */
export type ProofLimits = { maxConfigurations?: number; maxMs?: number; clock?: () => number }

type Attempt =
  { plan: string; role: string; explored: ExploredRun } | { plan: string; role: string; problem: Finding }

/**
 * Explores everything that can happen in a demo with the author's inputs, for each plan and start role, and reports
 * findings. The proof holds for those inputs only, and nothing is proven that was not explored completely.
 */
export function prove(compiled: CompiledDemo, limits: ProofLimits = {}): Proof {
  const { maxConfigurations = 20_000, maxMs = 60_000, clock = () => performance.now() } = limits
  const budget = { maxConfigurations, clock, deadline: clock() + maxMs }
  const attempts = compiled.plans.flatMap((plan) =>
    compiled.startRoles.map((role) => attempt(compiled, plan, role, budget)),
  )
  const explored = attempts.flatMap((one) => ('explored' in one ? [one.explored] : []))
  const shared = explored.length === attempts.length ? sharedProblems(compiled, explored) : []
  const runs = attempts.map((one) =>
    'explored' in one
      ? toProofRun(compiled, one.explored, [...runProblems(one.explored, explored), ...shared])
      : failedRun(compiled, one.plan, one.role, one.problem),
  )
  return { status: combinedStatus(runs.map((run) => run.status)), runs }
}

function attempt(compiled: CompiledDemo, plan: string, role: string, limits: ExploreLimits): Attempt {
  try {
    return { plan, role, explored: exploreRun(compiled, plan, role, limits) }
  } catch (error) {
    if (!isDomainError(error)) throw error
    const at = (error.code === 'invalid-input' ? error.details.at : undefined) ?? 'machine'
    return {
      plan,
      role,
      problem: { code: 'expression-failed', at, severity: 'error', details: { reason: error.message } },
    }
  }
}

function toProofRun(compiled: CompiledDemo, explored: ExploredRun, problems: Finding[]): ProofRun {
  const { start, exploration, unreached, untaken, undone } = explored
  const states = compiled.states.size
  const transitions = compiled.transitions.length
  const tasks = Object.keys(compiled.demo.tasks).length
  return {
    plan: start.plan,
    role: start.startRole,
    status: statusOf(exploration.complete, problems),
    states: { reached: states - unreached.length, total: states, unreached },
    transitions: { taken: transitions - untaken.length, total: transitions, untaken },
    tasks: { done: tasks - undone.length, total: tasks, undone },
    configurations: exploration.configurations.length,
    ideal: idealOf(start, exploration),
    ways: exploration.complete ? waysOf(explored) : null,
    inputs: inputsOf(explored),
    problems,
  }
}

function waysOf({ start, exploration, recorder }: ExploredRun): WayGraph {
  return buildWayGraph(remainingWays(exploration, requiredTasks(start.compiled.demo)), recorder)
}

function statusOf(complete: boolean, problems: readonly Finding[]): ProofStatus {
  const isFault = ({ code, severity }: Finding) => severity === 'error' && code !== 'budget-exhausted'
  if (problems.some(isFault)) return 'failed'
  return complete ? 'proven' : 'not-proven'
}

function inputsOf({ exploration }: ExploredRun): ProofInput[] {
  return [...exploration.inputs].map(([control, events]) => {
    const fed = [...events.values()]
    return { control, send: fed[0]?.type ?? '', data: fed.map((event) => event.data ?? {}) }
  })
}

function failedRun(compiled: CompiledDemo, plan: string, role: string, problem: Finding): ProofRun {
  const states = [...compiled.states.keys()]
  const transitions = compiled.transitions.map((one) => one.id)
  const tasks = Object.keys(compiled.demo.tasks)
  return {
    plan,
    role,
    status: 'failed',
    states: { reached: 0, total: states.length, unreached: states },
    transitions: { taken: 0, total: transitions.length, untaken: transitions },
    tasks: { done: 0, total: tasks.length, undone: tasks },
    configurations: 0,
    ideal: null,
    ways: null,
    inputs: [],
    problems: [problem],
  }
}
