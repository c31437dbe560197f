/** After this long without input a prospect counts as away. */
export const IDLE_AFTER_MS = 30_000

/** What the page tells the clock. `at` is milliseconds on the page's monotonic clock. */
export type ActiveInput = {
  at: number
  type: 'visible' | 'hidden' | 'focus' | 'blur' | 'input' | 'scroll' | 'transition' | 'tick'
}

/** The clock at one moment. Immutable: `advanceActiveClock` returns a new one. */
export type ActiveClock = {
  readonly visible: boolean
  readonly focused: boolean
  /** Latest moment that the clock has seen. Never goes back. */
  readonly at: number
  readonly lastActivityAt: number
  /** Milliseconds that count so far. */
  readonly activeMs: number
}

/** A clock that begins at `at`, with the page as it is then. Beginning counts as activity. */
export function createActiveClock(at: number, page: { visible: boolean; focused: boolean }): ActiveClock {
  return { visible: page.visible, focused: page.focused, at, lastActivityAt: at, activeMs: 0 }
}

/**
 * The clock after one input. Time counts while the page is visible and focused and there was input, scroll or a
 * transition in the last 30 s; returning to the page is input. Only the instants matter, never how often `tick` comes,
 * so throttled timers and sleep add nothing. An instant before the latest one counts as the latest.
 */
export function advanceActiveClock(clock: ActiveClock, input: ActiveInput): ActiveClock {
  const at = Number.isFinite(input.at) ? Math.max(clock.at, input.at) : clock.at
  const passed = { ...clock, at, activeMs: clock.activeMs + activeUntil(clock, at) }
  switch (input.type) {
    case 'visible':
      return { ...passed, visible: true }
    case 'hidden':
      return { ...passed, visible: false }
    case 'focus':
      return { ...passed, focused: true, lastActivityAt: at }
    case 'blur':
      return { ...passed, focused: false }
    case 'input':
    case 'scroll':
    case 'transition':
      return { ...passed, lastActivityAt: at }
    case 'tick':
      return passed
  }
}

/** Active milliseconds between `clock.at` and `at`. */
function activeUntil(clock: ActiveClock, at: number): number {
  if (!clock.visible || !clock.focused) return 0
  const end = Math.min(at, clock.lastActivityAt + IDLE_AFTER_MS)
  return Math.max(0, end - clock.at)
}

/**
 * The active time that a batch is credited with: its claim, at most the time that really passed, and never negative.
 * Both in milliseconds; a value that is not a number counts as 0.
 */
export function capActive(claimedMs: number, elapsedMs: number): number {
  const claimed = Number.isNaN(claimedMs) ? 0 : claimedMs
  const elapsed = Number.isNaN(elapsedMs) ? 0 : elapsedMs
  return Math.max(0, Math.min(claimed, elapsed))
}
