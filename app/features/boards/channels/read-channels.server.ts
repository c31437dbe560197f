import { readChannelCounts } from '#db/columns/boards/channels/channel-counts'
import { readChannelCredits } from '#db/columns/boards/channels/channel-credits'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { channelFigures } from '~/domain/insight/attribution/channel-figures'
import type { ChannelFigures } from '~/domain/insight/attribution/channel-figures'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import type { BoardPeriod } from '../figures/board-views'
import { openView } from '../filter/open-view.server'
import { channelQuerySchema } from './channel-query'
import type { ChannelQuery } from './channel-query'

export interface ChannelsBoard {
  query: ChannelQuery
  leftOut: readonly IgnoredParameter[]
  period: BoardPeriod
  choices: FilterChoices
  /** The best first. */
  channels: ChannelFigures[]
}

/** What each channel, source or campaign brought: arrivals, trials and credited conversions. */
export const readChannels = verb(
  { permission: 'boards.read', input: querySchema(channelQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<ChannelsBoard> => {
    const { query, reader, scope, period } = await openView(ctx, asked)
    const { model, by: level, goal } = query
    const [counts, credits, choices, { currency }] = await Promise.all([
      readChannelCounts(reader, scope, level),
      readChannelCredits(reader, scope, { model, level, goal }),
      readFilterChoices(reader, scope),
      workspaceSettings(ctx),
    ])
    const rates = { headline: currency, rates: {} }
    const channels = channelFigures({ counts, credits, costs: new Map(), rates })
    return { query, leftOut, period, choices, channels }
  },
)
