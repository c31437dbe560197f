import { z } from 'zod'
import { CHANNEL_LEVELS } from '~/domain/insight/attribution/channel-level'
import { ATTRIBUTION_MODELS } from '~/domain/insight/attribution/models'
import { boardParams, boardQuerySchema } from '../filter/board-query'

/** The filter of all boards, how conversions are shared, and how finely arrivals are told apart. */
export const channelQuerySchema = boardQuerySchema.extend({
  model: z.enum(ATTRIBUTION_MODELS).default('last-non-direct'),
  by: z.enum(CHANNEL_LEVELS).default('channel'),
})
export type ChannelQuery = z.infer<typeof channelQuerySchema>

/** What the channels board adds to the parameters of every board, without defaults. */
export const attributionParams = ({ model, by }: ChannelQuery): Record<string, string | undefined> => ({
  model: model === 'last-non-direct' ? undefined : model,
  by: by === 'channel' ? undefined : by,
})

/** The query as URL parameters, without defaults. */
export const channelParams = (query: ChannelQuery): Record<string, string | undefined> => ({
  ...boardParams(query),
  ...attributionParams(query),
})
