/** A clock that a test advances. Timers run in the order of their times. */
export class SimulatedClock {
  private time = 0
  private timers: { at: number; task: () => void }[] = []

  now = (): number => this.time

  after = (ms: number, task: () => void): (() => void) => {
    const timer = { at: this.time + ms, task }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((other) => other !== timer)
    }
  }

  /** Timers that have not run. */
  get waiting(): number {
    return this.timers.length
  }

  /** Advances time by `ms`, runs the timers that are due, and lets promises settle after each. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms
    await settled()
    for (let next = this.due(end); next; next = this.due(end)) {
      this.time = Math.max(this.time, next.at)
      this.timers = this.timers.filter((timer) => timer !== next)
      next.task()
      await settled()
    }
    this.time = end
  }

  private due(end: number): { at: number; task: () => void } | undefined {
    return this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
  }
}

/** Resolves when every promise that does not depend on time has settled. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
