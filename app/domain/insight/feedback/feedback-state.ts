/** What a visitor said in their own words. */
export const SPOKEN_KINDS = ['rating', 'remark', 'ask'] as const
export type SpokenKind = (typeof SPOKEN_KINDS)[number]

/** Everything that the board of feedback lists. */
export const FEEDBACK_KINDS = [...SPOKEN_KINDS, 'search'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** How far the team is with it. */
export const FEEDBACK_STATES = ['new', 'seen', 'assigned', 'answered'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]
