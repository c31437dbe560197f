/** How finely arrivals are told apart. */
export const CHANNEL_LEVELS = ['channel', 'source', 'campaign'] as const
export type ChannelLevel = (typeof CHANNEL_LEVELS)[number]
