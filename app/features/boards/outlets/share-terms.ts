/** The longest that a link to a board may work. */
export const MOST_SHARE_DAYS = 90

/** What the token of a shared board is hashed with. */
export const SHARE_PURPOSE = 'board-share'
