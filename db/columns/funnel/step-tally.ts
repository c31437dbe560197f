import type { FunnelStep } from '~/domain/insight/funnel/funnel-result'
import { medianOf } from './median'

/** How far an attempt got, and when it did each step. */
export interface AttemptTimes {
  readonly length: number
  readonly at: Float64Array
}

/** Counts who reached each step, and keeps the times from the step before. */
export class StepTally {
  private readonly counts: number[]
  private readonly times: Float64Array[]

  constructor(steps: number) {
    this.counts = Array.from({ length: steps }, () => 0)
    this.times = Array.from({ length: steps }, () => new Float64Array(16))
  }

  add({ length, at }: AttemptTimes): void {
    for (let step = 0; step < length; step += 1) {
      const count = this.counts[step] ?? 0
      if (step > 0) this.timesWithRoom(step, count)[count] = (at[step] ?? 0) - (at[step - 1] ?? 0)
      this.counts[step] = count + 1
    }
  }

  private timesWithRoom(step: number, size: number): Float64Array {
    const times = this.times[step] ?? new Float64Array(16)
    if (size < times.length) return times
    const larger = new Float64Array(times.length * 2)
    larger.set(times)
    this.times[step] = larger
    return larger
  }

  figures(): FunnelStep[] {
    return this.counts.map((count, step) => {
      const times = this.times[step]
      if (step === 0 || count === 0 || !times) return { count, medianSeconds: null, meanSeconds: null }
      let sum = 0
      for (let index = 0; index < count; index += 1) sum += times[index] ?? 0
      return { count, medianSeconds: medianOf(times, count) / 1_000, meanSeconds: sum / count / 1_000 }
    })
  }
}
