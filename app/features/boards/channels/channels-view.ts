import type { ChannelTree } from '~/domain/insight/attribution/channel-tree'
import type { SuspiciousSource } from '~/domain/insight/attribution/suspicious-sources'
import type { Proportion } from '~/domain/insight/proportion'
import type { BoardPage } from '../figures/board-views'
import type { ChannelQuery } from './channel-query'
import type { ResolvedQuery } from '../filter/board-query'

/** What was found of channels. Rows are in the order that was asked for. */
export interface ChannelFindings extends ChannelTree {
  /** Which costs count; none while trials are filtered by anything that costs are not entered by. */
  costs: 'entered' | 'simulated' | 'narrowed'
  suspicious: SuspiciousSource[]
  /** Trials behind the credited conversions, by the path of a row as `formatPath` writes it; of all rows by an empty text. */
  creditedTrials: Readonly<Record<string, number>>
  /** Of all trials of the view, how many are flagged. */
  flagged: Proportion
}

/** The channels board. */
export interface ChannelsBoard extends BoardPage, ChannelFindings {
  query: ResolvedQuery<ChannelQuery>
}
