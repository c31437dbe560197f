/**
 * Reserved events by which a prospect asks for help. They count as a hint, at most one a step, and change nothing
 * else.
 */

/** Asks to be shown the next step. */
export const HINT_EVENT = '@hint'

/** Asks for the example of a form; `data.form` is the id of its control. */
export const EXAMPLE_EVENT = '@example'

/** True for an event that asks for help. It is not a step. */
export function isHelpEvent(type: string): boolean {
  return type === HINT_EVENT || type === EXAMPLE_EVENT
}
