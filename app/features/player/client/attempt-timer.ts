import type { QueueClock } from './queue-clock'

const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait after so many failures in a row, in milliseconds: doubles from 1 s to 60 s, of which a random part
 * up to half is taken off so that many browsers do not come back at the same instant. `random` is in [0, 1).
 */
function backoffMs(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(whole / 2 + (whole / 2) * random)
}

/** When the queue sends next: soon while all goes well, later and later while it does not. */
export class AttemptTimer {
  private cancel: (() => void) | null = null
  private failures = 0

  constructor(
    private readonly clock: QueueClock,
    private readonly random: () => number,
    private readonly attempt: () => void,
  ) {}

  get failing(): boolean {
    return this.failures > 0
  }

  /** Attempts in `ms`, unless an attempt is already due. */
  within(ms: number): void {
    this.cancel ??= this.clock.after(ms, () => {
      this.cancel = null
      this.attempt()
    })
  }

  /** Attempts after the next backoff, not before `atLeastMs`. */
  afterFailure(atLeastMs: number): void {
    this.failures += 1
    this.stop()
    this.within(Math.max(atLeastMs, backoffMs(this.failures, this.random())))
  }

  succeeded(): void {
    this.failures = 0
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }
}
