/**
 * Why something did not get through: nothing can be reached; we can, but this request is held back on the way; our side
 * failed; somebody else answered in our place; or what a member of staff sent was refused: the session has ended, the
 * permission is gone, or it is too large.
 */
export type TroubleKind = 'offline' | 'blocked' | 'failed' | 'foreign' | Refusal

export type Refusal = 'signedOut' | 'forbidden' | 'tooLarge'

export interface Trouble {
  kind: TroubleKind
  /** Whether something was sent, rather than asked for. */
  sent: boolean
  /** Tries the same once more; null where the same would be refused again. */
  again: (() => void) | null
}

let current: Trouble | null = null
const listeners = new Set<() => void>()

/** Shows a trouble in place of the one before; null when all is well again. */
export function showTrouble(trouble: Trouble | null): void {
  if (current === trouble) return
  current = trouble
  for (const listener of listeners) listener()
}

export const currentTrouble = (): Trouble | null => current

export function watchTrouble(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
