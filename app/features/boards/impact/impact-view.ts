import type { MeasureImpact } from '~/domain/insight/impact/impact-measures'
import type { ImpactWindows } from '~/domain/insight/impact/impact-windows'
import type { MixChange } from '~/domain/insight/impact/mix-change'
import type { OtherPublish } from '~/domain/insight/impact/other-publish'
import type { BoardPage, DemoNames, NamedDemo } from '../figures/board-views'
import type { ImpactQuery } from './impact-query'
import type { ResolvedQuery } from '../filter/board-query'

/** A published revision in the list, with its main measure; null where nothing was before. */
export interface RevisionLine {
  number: number
  at: Date
  note: string
  rolledBackTo: number | null
  main: { windows: ImpactWindows; impact: MeasureImpact } | null
}

/** Everything about one publish. */
export interface RevisionImpact {
  windows: ImpactWindows
  main: MeasureImpact
  others: MeasureImpact[]
  /** Other documents that went live in either stretch of time. */
  publishes: OtherPublish[]
  mix: MixChange
}

/** What each published revision of a demo changed. */
export interface ImpactBoard extends BoardPage {
  query: ResolvedQuery<ImpactQuery>
  demo: NamedDemo
  names: DemoNames
  /** Newest first; of many the newest alone. */
  lines: RevisionLine[]
  /** Number of the publish that is shown. */
  shown: number
  impact: RevisionImpact | null
  /** The filter leaves no trial of any period. */
  isEmpty: boolean
}
