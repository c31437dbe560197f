import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import type { BoardAnswer } from '../tables/board-answer'
import { channelQuerySchema } from './channel-query'
import type { ChannelFindings } from './channels-view'
import { openChannels } from './open-channels.server'

/** All rows of the channels board, where the page has those that are open. */
export type ChannelFile = BoardAnswer & ChannelFindings

export const readChannelFile = verb(
  { permission: 'boards.read', input: querySchema(channelQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<ChannelFile> => {
    const { view, found } = await openChannels(ctx, asked)
    return { query: view.query, leftOut, period: view.period, ...found }
  },
)
