import type { FilterChoices } from '~/domain/insight/filter-choices'
import type { DemoNames } from '../figures/board-views'
import type { ViewQuery } from '../filter/board-query'
import type { SavedQuery, SavedVersion } from '../saved/saved-views'

/** What rules name, with the names of it. */
export interface SegmentWords {
  choices: Pick<FilterChoices, 'channels' | 'devices' | 'simulated'>
  /** By demo. */
  names: Record<string, DemoNames>
}

/** A saved segment with how many visitors are in it. */
interface ListedSegment extends SavedQuery {
  people: number
}

export interface SegmentList extends SegmentWords {
  saved: ListedSegment[]
  removed: SavedQuery[]
  /** Of the lists behind the numbers. */
  query: ViewQuery
  timeZone: string
  asOf: Date
}

export interface OpenedSegment extends SegmentWords {
  /** Null for a new one. */
  query: SavedQuery | null
  versions: SavedVersion[]
  usedBy: { id: string; name: string }[]
  timeZone: string
}
