import { readFilterChoices } from '#db/columns/boards/filter-choices'
import type { ChannelNode } from '~/domain/insight/attribution/channel-tree'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { channelQuerySchema, isOpen, type ChannelQuery } from './channel-query'
import type { ChannelsBoard } from './channels-view'
import { openChannels } from './open-channels.server'

/** What each channel, source and campaign brought: arrivals, trials and credited conversions. */
export const readChannels = verb(
  { permission: 'boards.read', input: querySchema(channelQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<ChannelsBoard> => {
    const { view, found } = await openChannels(ctx, asked)
    const { query, reader, scope, period } = view
    const choices = await readFilterChoices(reader, scope)
    const nodes = found.nodes.map((node) => shownOf(node, query))
    return { query, leftOut, period, choices, ...found, nodes }
  },
)

/** A row with the rows below it where it is open. A closed one keeps its first, which says that it can be opened. */
function shownOf(node: ChannelNode, query: ChannelQuery): ChannelNode {
  const isDivided = node.nodes.some(({ path }) => path.at(-1) !== null)
  if (!isDivided) return { ...node, nodes: [] }
  if (!isOpen(query, node.path)) return { ...node, nodes: node.nodes.slice(0, 1) }
  return { ...node, nodes: node.nodes.map((below) => shownOf(below, query)) }
}
