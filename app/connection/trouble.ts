/**
 * Why a request failed: no connection; blocked on the way; our server failed; somebody else answered; or a submission
 * by staff was refused because the session ended, the permission is missing, or it is too large.
 */
export type TroubleKind = 'offline' | 'blocked' | 'failed' | 'foreign' | RefusalKind

export type RefusalKind = 'signedOut' | 'forbidden' | 'tooLarge'

export interface Trouble {
  kind: TroubleKind
  /** Whether something was submitted, rather than read. */
  sent: boolean
  /** Tries again; null where the same request would be refused again. */
  again: (() => void) | null
}

let current: Trouble | null = null
const listeners = new Set<() => void>()

/** Replaces the current trouble; null when there is none. */
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
