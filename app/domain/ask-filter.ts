/** The filters of the inbox of asks, in the order of its tabs. */
export const ASK_FILTERS = ['new', 'mine', 'answered', 'all', 'simulated'] as const
export type AskFilter = (typeof ASK_FILTERS)[number]
