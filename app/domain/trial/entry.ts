/**
 * How a trial began: at the start of the demo, at a state that a link named, under another plan with the inputs of an
 * earlier trial, or at a chapter.
 */
export const TRIAL_ENTRIES = ['start', 'link', 'switch', 'chapter'] as const

export type TrialEntry = (typeof TRIAL_ENTRIES)[number]
