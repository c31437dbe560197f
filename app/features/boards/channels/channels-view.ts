import type { ChannelTree } from '~/domain/insight/attribution/channel-tree'
import type { BoardPage } from '../figures/board-views'
import type { ChannelQuery } from './channel-query'

/** What was found of channels. Rows are in the order that was asked for. */
export interface ChannelFindings extends ChannelTree {
  /** Which costs count; none while trials are filtered by anything that costs are not entered by. */
  costs: 'entered' | 'simulated' | 'narrowed'
}

/** The channels board. */
export interface ChannelsBoard extends BoardPage, ChannelFindings {
  query: ChannelQuery
}
