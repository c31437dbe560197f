/**
 * The groups of sources that a visit belongs to. `assistant` is an AI assistant that named us; `campaign` is a link of
 * ours whose medium says no more.
 */
export type Channel =
  'paid' | 'email' | 'social' | 'search' | 'assistant' | 'referral' | 'campaign' | 'direct' | 'unknown'
/** Of a visit that came from nowhere that we were told of. */
export const DIRECT = 'direct' satisfies Channel

/** Of a visit whose origin may not be kept. */
export const UNKNOWN = 'unknown' satisfies Channel
