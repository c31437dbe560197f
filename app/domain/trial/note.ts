/** Letters of a note that staff write on a trial. */
export const TRIAL_NOTE_LENGTH = 2_000

/** Notes that one trial keeps. */
export const MOST_NOTES = 100
