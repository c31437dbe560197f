import type { Day } from '~/domain/day'
import type { Change } from '~/domain/insight/change'
import type { ConversionValue } from '~/domain/insight/conversion-value'
import type { StageCounts } from '~/domain/insight/stages/stage-counts'
import type { StageFigure } from '~/domain/insight/stages/stage-figures'
import type { NamedTarget, TargetVerdict } from '~/domain/insight/stages/stage-targets'
import type { StageStep } from '~/domain/insight/stages/stage-trend'

/** The target that held at the end of the period. */
export interface StageTarget {
  /** Null when it was said that there is none. */
  value: number | null
  holdsFrom: Day
  ownerName: string | null
  verdict: TargetVerdict | null
}

export interface StageView extends StageFigure {
  /** Null for all time, which has nothing before it. */
  change: Change | null
  trend: StageStep[]
  target: StageTarget | null
  /** The latest entry first. */
  history: NamedTarget[]
}

export interface StageBoard {
  stages: StageView[]
  counts: StageCounts
  /** What the conversions of the revenue stage were worth. */
  value: ConversionValue
  /** Whether the reader may set targets, and who may own them. */
  mayManage: boolean
  people: { id: string; name: string }[]
}
