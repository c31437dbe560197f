/** What a remark says at one touch. */
export const REMARK_KINDS = ['confusing', 'wrong', 'great'] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

/** How long the words of a remark may be. */
export const REMARK_TEXT_LIMIT = 1_000

/** How many remarks one trial keeps; whoever says more is a program. */
export const MOST_REMARKS = 100
