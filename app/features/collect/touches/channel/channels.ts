/**
 * The channels of visits. `assistant` is an AI assistant that named us; `campaign` is a link of ours whose medium says
 * no more.
 */
export type Channel =
  'paid' | 'email' | 'social' | 'search' | 'assistant' | 'referral' | 'campaign' | 'direct' | 'unknown'
/** A visit whose source may not be recorded. */
export const UNKNOWN = 'unknown' satisfies Channel
