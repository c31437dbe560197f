import { DAY_MS } from '../../day'

/** How long after the first trial a visitor may take to return. */
const RETURN_DAYS = 7

export const RETURN_MS = RETURN_DAYS * DAY_MS

/**
 * What new visitors did. `matured` came long enough ago that their days to return are over, and `returned` are those of
 * them who came back in that time; `young` have days left. `referred` came by a link that somebody shared, or after a
 * colleague.
 */
export const VISITOR_STATES = ['matured', 'returned', 'young', 'referred'] as const
export type VisitorState = (typeof VISITOR_STATES)[number]

/** New visitors of one state. Each is listed as their first unflagged trial. */
export interface VisitorSet {
  visitors: VisitorState
}

/** Reads the state of a set of visitors; null for anything else. */
export function parseVisitorSet(text: string): VisitorSet | null {
  const state = VISITOR_STATES.find((one) => one === text)
  return state ? { visitors: state } : null
}
