/** Reserved events of the prospect that are no steps. */

/** Asks to be shown the next step. Like the example it counts as a hint, at most one a step, and changes nothing else. */
export const HINT_EVENT = '@hint'

/** Asks for the example of a form; `data.form` is the id of its control. */
export const EXAMPLE_EVENT = '@example'

/** Restores the run before the prospect's last step. */
export const UNDO_EVENT = '@undo'

/** True for an event that asks for help. It is not a step. */
export function isHelpEvent(type: string): boolean {
  return type === HINT_EVENT || type === EXAMPLE_EVENT
}
