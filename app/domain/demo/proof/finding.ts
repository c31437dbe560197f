import type { PlainEvent } from '../engine/offered-events'
import type { Problem, ProofCode } from '../format/problem'

/**
 * A place where a way is lost: its active states, the number of ways there, and how many more such places there are.
 */
type LostPlace = { states: readonly string[]; ways: number; more: number }

/** The data of each finding as ids and numbers; words are added in the reader's locale. */
export type FindingDetails = {
  'unreachable-state': { state: string }
  /** `behind`: the alternative before it, which is always taken. */
  'untaken-transition': { behind: string | null }
  'transition-without-control': { event: string; state: string; screens: readonly string[] }
  'control-without-taker': { event: string; screen: string; states: readonly string[] }
  'guard-never-true': { source: string }
  /** `shadowed`: how many alternatives come after it. */
  'guard-never-false': { source: string; shadowed: number }
  /** `where`: under no plan and role; not under this one; never together with the other required tasks. */
  'undone-task': { task: string; where: 'nowhere' | 'not-here' | 'not-together'; plan: string; role: string }
  /** `plan` and `role` are null when it is so under all of them. */
  'task-done-at-start': { task: string; plan: string | null; role: string | null }
  /** `again`: it can hold once more later. */
  'task-undone-later': { task: string; again: boolean }
  stranded: LostPlace
  'dead-end': LostPlace
  /** `blocked` are the states that cannot be left, `others` the active states of the rest of the parallel state. */
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
  /** The events that lead there from the start of the run. */
  events?: PlainEvent[]
}

/** One thing that a proof found. Plain JSON, independent of locale. */
export type Finding = { [C in ProofCode]: FindingOf<C> }[ProofCode]
