import type { PlainEvent } from '../engine/offered-events'
import type { Problem, ProofCode } from '../format/problem'

/** A place where a way on is lost: the active states there, in how many ways one gets there, and how many more such places. */
type LostPlace = { states: readonly string[]; ways: number; more: number }

/** What each finding of a proof speaks of, as ids and figures: words come at the edge, in the reader's language. */
export type FindingDetails = {
  'unreachable-state': { state: string }
  /** `behind`: the alternative before it, which is always taken. */
  'untaken-transition': { behind: string | null }
  'transition-without-control': { event: string; state: string; screens: readonly string[] }
  'control-without-taker': { event: string; screen: string; states: readonly string[] }
  'guard-never-true': { source: string }
  /** `shadowed`: how many alternatives stand behind it. */
  'guard-never-false': { source: string; shadowed: number }
  /** `where`: under no plan and role; not under this one; never together with the other required tasks. */
  'undone-task': { task: string; where: 'nowhere' | 'not-here' | 'not-together'; plan: string; role: string }
  /** `plan` and `role` are null when it is so under all of them. */
  'task-done-at-start': { task: string; plan: string | null; role: string | null }
  /** `again`: it can hold once more later. */
  'task-undone-later': { task: string; again: boolean }
  stranded: LostPlace
  'dead-end': LostPlace
  /** `blocked` are the states that stand still, `others` those that the rest of the parallel state stands in. */
  'parallel-blocked': {
    parallel: string
    blocked: readonly string[]
    others: readonly string[]
    canLeave: boolean
  }
  'no-success': { plan: string; role: string }
  'budget-exhausted': {
    configurations: number
    open: number
    states: readonly string[]
    transitions: readonly string[]
    tasks: readonly string[]
  }
  'expression-failed': { reason: string }
}

type FindingOf<C extends ProofCode> = {
  code: C
  /** Path in the document. */
  at: string
  severity: Problem['severity']
  details: FindingDetails[C]
  /** What to do from the start of the run to get there. */
  events?: PlainEvent[]
}

/** One thing that a proof found. Plain JSON, in no language. */
export type Finding = { [C in ProofCode]: FindingOf<C> }[ProofCode]
