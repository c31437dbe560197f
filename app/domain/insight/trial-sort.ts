/** What a list of trials can be sorted by: start, active time or score. */
export const TRIAL_SORTS = ['started', 'active', 'score'] as const

export type TrialSort = (typeof TRIAL_SORTS)[number]
