import type { CarryStop } from '~/domain/demo/compare/carry-inputs'
import type { PlainEvent } from '~/domain/demo/engine/offered-events'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { WayGraph } from '~/domain/demo/engine/way/way-graph'
import type { ShownGoal } from '~/domain/demo/proof/chapter-goal'

/** A trial on another plan whose steps are to be carried over; `ways` is the remaining way there. */
export interface CarriedTrial {
  plan: string
  events: readonly TraceEvent[]
  ways: WayGraph | null
}

/** Where a jump leads: to a state, to a chapter, or as far as the steps of another trial do the same here. */
export type JumpGoal = ShownGoal | { trial: CarriedTrial }

/** The steps of a jump, and why those of another trial end there. */
export interface JumpSteps {
  events: readonly PlainEvent[]
  stopped: CarryStop | null
}
