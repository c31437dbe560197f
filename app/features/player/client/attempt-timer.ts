import type { QueueClock } from './queue-clock'

const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * The wait in milliseconds after `failures` failures in a row: doubles from 1 s to 60 s, minus a random part of up
 * to half, so that many browsers do not retry at the same instant. `random` is in [0, 1).
 */
function backoffMs(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(whole / 2 + (whole / 2) * random)
}

/** When the queue sends next: soon while sending works, with growing delays after failures. */
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

  /** Schedules an attempt in `ms`, unless one is already scheduled. */
  within(ms: number): void {
    this.cancel ??= this.clock.after(ms, () => {
      this.cancel = null
      this.attempt()
    })
  }

  /** Schedules an attempt after the next backoff, but not before `atLeastMs`. */
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
