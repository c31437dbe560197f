import type { FilterChoices } from '~/domain/insight/filter-choices'
import type { FunnelAnswer, FunnelList } from '~/domain/insight/funnel/funnel-question'
import type { FunnelResult } from '~/domain/insight/funnel/funnel-result'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { BoardPeriod, DemoNames } from '../figures/board-views'
import type { SavedList, SavedQuery } from '../saved/saved-views'
import type { ChosenRules, FunnelParams } from './funnel-params'
import type { ResolvedQuery } from '../filter/board-query'

export interface FunnelBoard {
  query: ResolvedQuery<FunnelParams>
  rules: ChosenRules
  leftOut: IgnoredParameter[]
  period: BoardPeriod
  choices: FilterChoices
  names: Record<string, DemoNames>
  /** Titles of the published messages, by slug. */
  messages: Record<string, string>
  result: FunnelResult
  /** The saved funnel that it began as. */
  saved: SavedQuery | null
}

/** What steps name, with the names of it. */
export type FunnelWords = Pick<FunnelBoard, 'choices' | 'names' | 'messages'>

/** The saved funnels. */
export interface SavedFunnels extends SavedList, FunnelWords {
  timeZone: string
}

export interface FunnelListBoard extends Omit<FunnelBoard, 'saved'> {
  list: Pick<FunnelList, 'list' | 'step'>
  page: number
  pages: number
  /** Of the whole list: the number that opened it. */
  count: number
  units: FunnelAnswer['units']
}
