/** The channels of visits whose source may be recorded. `assistant` is an AI assistant that named us; `campaign` is a link of ours whose medium says no more. */
export const KNOWN_CHANNELS = [
  'paid',
  'email',
  'social',
  'search',
  'assistant',
  'referral',
  'campaign',
  'direct',
] as const

/** A visit whose source may not be recorded. */
export const UNKNOWN_CHANNEL = 'unknown'

export type Channel = (typeof KNOWN_CHANNELS)[number] | typeof UNKNOWN_CHANNEL
