import type { Demo } from './schema'
import type { Text } from '../text'

/** One transition of the chart. */
export type TransitionInfo = {
  /** Path in the document, e.g. `machine.states.pick.on.SHIP.0`. */
  id: string
  source: string
  kind: 'event' | 'always' | 'done'
  /** Null for `always` and `onDone`. */
  event: string | null
  /** Id of the target state; null when it stays. */
  target: string | null
  if: string | null
}

/** One state of the chart, with what it inherits from its parents. */
export type StateInfo = {
  id: string
  /** Path in the document, e.g. `machine.states.pick`. */
  at: string
  parent: string | null
  children: string[]
  type: 'leaf' | 'nested' | 'parallel' | 'final'
  final: 'success' | 'other' | 'done' | null
  role: string | null
  screen: string | null
  guide: string | null
  title: Text
  feature: string | null
}

/** A demo ready to run: every expression parsed, the chart read. */
export type CompiledDemo = {
  readonly demo: Demo
  readonly plans: readonly string[]
  /** Roles in which a prospect may begin, the first is the default. */
  readonly startRoles: readonly string[]
  readonly states: ReadonlyMap<string, StateInfo>
  readonly transitions: readonly TransitionInfo[]
  /** Every event that some transition takes. */
  readonly events: ReadonlySet<string>
}

/**
 * Compiles a demo that `parseDemoSource` found right.
 * @throws DomainError `invalid-input` with the first problem when the chart cannot be built.
 */
export function compileDemo(demo: Demo): CompiledDemo {
  void demo
  throw new Error('not yet')
}
