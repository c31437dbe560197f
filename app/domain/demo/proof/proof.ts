import type { EventData } from '../screen/controls'
import type { Finding } from './finding'
import type { IdealPath } from '../engine/score'
import type { WayGraph } from '../engine/way/way-graph'

/**
 * `proven`: everything that can happen with the given inputs was explored, and success can always be reached.
 * `failed`: a definite fault was found. `not-proven`: the budget ended before everything was explored.
 */
export type ProofStatus = 'proven' | 'failed' | 'not-proven'

/** The inputs of one form. The proof holds for these inputs only. */
export type ProofInput = { control: string; send: string; data: EventData[] }

/** The proof of one plan and one start role. Lists hold ids: of states, of transitions (paths in the document), of tasks. */
export type ProofRun = {
  plan: string
  role: string
  status: ProofStatus
  states: { reached: number; total: number; unreached: string[] }
  transitions: { taken: number; total: number; untaken: string[] }
  tasks: { done: number; total: number; undone: string[] }
  configurations: number
  ideal: IdealPath | null
  /** The remaining way from every configuration; null unless everything was explored. */
  ways: WayGraph | null
  inputs: ProofInput[]
  /** Independent of locale: `describeProof` and `describeRun` put them into words. */
  problems: Finding[]
}

/** Plain JSON. `contentHash` names the exact content that was proven; the caller adds it. */
export type Proof = { status: ProofStatus; contentHash?: string; runs: ProofRun[] }

/** Failed when any failed, else not proven when any is not proven. */
export function combinedStatus(statuses: readonly ProofStatus[]): ProofStatus {
  if (statuses.includes('failed')) return 'failed'
  return statuses.length === 0 || statuses.includes('not-proven') ? 'not-proven' : 'proven'
}

/** The proof of this plan and start role, or null. */
export function proofRun(proof: Proof, plan: string, role: string): ProofRun | null {
  return proof.runs.find((run) => run.plan === plan && run.role === role) ?? null
}
