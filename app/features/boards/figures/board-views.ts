import type { Change } from '~/domain/insight/change'
import type { PeriodBefore } from '~/domain/insight/period-before'
import type { ConversionHeadline, ConversionMeasure } from '~/domain/insight/conversion'
import type { Counts } from '~/domain/insight/count'
import type { DateRange } from '~/domain/insight/date-range'
import type { DemoMeasures } from '~/domain/insight/demo-measures'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import type { StateHesitation } from '~/domain/insight/hesitation'
import type { ListedTrial, TrialComment } from '~/domain/insight/listed-trial'
import type { Proportion } from '~/domain/insight/proportion'
import type { TrendSpan, TrendStep } from '~/domain/insight/trend'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { ResolvedQuery, TrialListQuery, ViewQuery } from '../filter/board-query'
import type { StageBoard } from '../stages/stage-views'
import type { Changes } from '../changes/change-view'
import type { FlowChart } from '../demo/flow-chart'

/** The period of a board, its time zone, the conversion window, and the moment of its figures. */
export interface BoardPeriod extends Pick<DateRange, 'first' | 'last'> {
  /** The days of the trend: those of the period that can have trials. */
  trend: TrendSpan
  /** The last day of the trend is not over. */
  isOpen: boolean
  timeZone: string
  conversionDays: number
  asOf: Date
  /** The address named an older moment, whose figures are no longer kept: these are the present ones. */
  movedOn: boolean
}

export interface NamedDemo {
  slug: string
  title: string
  status: 'published' | 'retired' | 'absent'
}

/** Names of the parts of a demo, by id, in the reader's language. Ids without a name stand for themselves. */
export interface DemoNames {
  title: string
  states: Record<string, string>
  tasks: Record<string, string>
  roles: Record<string, string>
  plans: Record<string, string>
}

/** The data of every board: the query, the figures, and the filter choices. */
export interface BoardPage {
  query: ViewQuery
  /** Ignored parameters of the address. */
  leftOut: readonly IgnoredParameter[]
  period: BoardPeriod
  choices: FilterChoices
}

/** One demo's line. Without trials in the period every count is 0. */
export interface OverviewDemo extends NamedDemo {
  trials: number
  completion: Proportion
  conversion: ConversionHeadline
  medianActiveMs: number | null
  medianScore: number | null
  trend: TrendStep[]
}

/** The same stretch of time before the period, with how the figures changed since. */
export interface Before extends Pick<PeriodBefore, 'first' | 'last' | 'isCut'> {
  trials: Change
  completion: Change
  rated: Change
  /** By day, one for each of the period; null where the trend has longer steps. */
  trend: TrendStep[] | null
}

export interface Overview extends BoardPage {
  /** Null where there is no such stretch: for all time. */
  before: Before | null
  counts: Counts
  completion: Proportion
  conversion: ConversionMeasure
  rated: Proportion
  stages: StageBoard
  /** Null where there is no period before. */
  changes: Changes | null
  trend: TrendStep[]
  demos: OverviewDemo[]
  names: Record<string, DemoNames>
}

/** The ideal path of one plan and start role, and how many of its trials took no detour. */
export interface IdealShare extends Proportion {
  plan: string
  role: string
  states: string[]
}

export interface DemoBoard extends BoardPage {
  demo: NamedDemo
  /** Number of the revision that the chart shows. */
  drawn: number
  names: DemoNames
  measures: DemoMeasures
  conversion: ConversionMeasure
  ideals: IdealShare[]
  chart: FlowChart
  comments: TrialComment[]
  hesitation: StateHesitation[]
}

export interface TrialList extends BoardPage {
  query: ResolvedQuery<TrialListQuery>
  set: TrialSet
  /** Of the whole set, not only this page. */
  count: number
  trials: ListedTrial[]
  /** Names of the demos, states, plans and roles that the page mentions, by demo. */
  names: Record<string, DemoNames>
  /** The trial ids for the links to the neighbouring pages; null where there is none. */
  previous: string | null
  next: string | null
}
