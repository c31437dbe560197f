import { readChannelCounts } from '#db/columns/boards/channels/channel-counts'
import { readChannelCredits } from '#db/columns/boards/channels/channel-credits'
import { orderChannels } from '~/domain/insight/attribution/channel-order'
import { channelTree, type ChannelTree } from '~/domain/insight/attribution/channel-tree'
import type { Context } from '~/platform/context/context'
import { workspaceRates } from '~/platform/context/workspace-settings'
import { openView, type OpenedView } from '../filter/open-view.server'
import type { ChannelQuery } from './channel-query'

/** The channels of a query at one watermark, for the page and its files. */
export async function openChannels(
  ctx: Context,
  asked: ChannelQuery,
): Promise<{ view: OpenedView<ChannelQuery>; tree: ChannelTree }> {
  const view = await openView(ctx, asked)
  const { query, reader, scope } = view
  const [counts, credits, rates] = await Promise.all([
    readChannelCounts(reader, scope),
    readChannelCredits(reader, scope, { model: query.model, goal: query.goal }),
    workspaceRates(ctx),
  ])
  const { whole, nodes } = channelTree({ counts, credits, paid: [], rates })
  const order = { column: query.order, descending: query.direction === 'desc' }
  return { view, tree: { whole, nodes: orderChannels(nodes, order) } }
}
