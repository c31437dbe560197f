import { useCallback, useSyncExternalStore } from 'react'

/** Where the prospect wants the coach. */
export type Seat = 'control' | 'panel'

const KEY = 'foyer-coach-seat'
const listeners = new Set<() => void>()
/** For browsers that refuse storage. */
let chosen: Seat | null = null

function readSeat(): Seat {
  if (chosen !== null) return chosen
  try {
    return localStorage.getItem(KEY) === 'panel' ? 'panel' : 'control'
  } catch {
    return 'control'
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The chosen seat, kept on this device. */
export function useSeat(): [Seat, (seat: Seat) => void] {
  const seat = useSyncExternalStore<Seat>(subscribe, readSeat, () => 'control')
  const choose = useCallback((next: Seat) => {
    chosen = next
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // Without storage the choice holds for this page.
    }
    listeners.forEach((listener) => listener())
  }, [])
  return [seat, choose]
}
