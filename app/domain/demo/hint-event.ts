/** The reserved event by which a prospect asks to be shown the next step. It counts a hint and changes nothing else. */
export const HINT_EVENT = '@hint'
