/**
 * Why something did not get through: nothing can be reached; we can, but this request is held back on the way; our side
 * failed; or somebody else answered in our place.
 */
export type TroubleKind = 'offline' | 'blocked' | 'failed' | 'foreign'

export interface Trouble {
  kind: TroubleKind
  /** Whether something was sent, rather than asked for. */
  sent: boolean
  /** Tries the same once more. */
  again: () => void
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
