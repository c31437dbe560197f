import type { Demo } from '~/domain/demo/format/schema'
import type { RunStart } from '~/domain/demo/engine/run'
import type { Chapter } from '~/domain/demo/proof/chapters'
import type { WayGraph } from '~/domain/demo/engine/way/way-graph'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { OtherPlanWork } from '../earned/other-plan-work'
import type { Patience } from '../stuck/stuck'
import type { Locale } from '~/domain/text'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** Everything the player needs to show one trial, as plain JSON from a loader. */
export interface PlayerSession {
  trialId: string
  demo: Demo
  /** Rendered guides in the visitor's language, by guide id. */
  guides: Record<string, string>
  start: RunStart
  /** The server's trace. */
  events: TraceEvent[]
  /** Milliseconds since the trial began, by the server's clock, when this was made. */
  elapsedMs: number
  /** Active time counted by the server so far, in milliseconds. */
  activeMs: number
  /** The remaining way from everywhere on this plan, in this role; null while it is not known. */
  ways: WayGraph | null
  /** The stretches of the ideal path under one role; empty while the remaining way is not known. */
  chapters: Chapter[]
  locale: Locale
  /** The screen after the trace, for the first render: server and browser may format a date differently. */
  view: ScreenView
  /** Names of the plans in the visitor's language, by plan id. */
  planNames: Record<string, string>
  /** What the tasks take on this plan and on the other; null where that is not known, as in a preview. */
  work: OtherPlanWork | null
  /** How long prospects usually stay in each state; null in a preview, where no help is offered unasked. */
  patience: Patience | null
}

/** The next plan of the demo after the one tried, else the one before; null when it has only one. */
export function otherPlan({ demo, start, planNames }: PlayerSession): { plan: string; name: string } | null {
  const index = demo.plans.indexOf(start.plan)
  const plan = demo.plans[index + 1] ?? demo.plans[index - 1]
  return plan === undefined ? null : { plan, name: planNames[plan] ?? plan }
}
