import type { ChannelTree } from '~/domain/insight/attribution/channel-tree'
import type { BoardPage } from '../figures/board-views'
import type { ChannelQuery } from './channel-query'

/** The channels board. Rows are in the order that was asked for. */
export interface ChannelsBoard extends BoardPage, ChannelTree {
  query: ChannelQuery
}
