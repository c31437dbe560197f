/** The limits of a group queue. `size` is the sum of `sizeOf`. */
export interface GroupLimits {
  waitingJobs: number
  waitingSize: number
  groupJobs: number
  groupSize: number
  /** Groups processed at the same time. */
  workers: number
  /** Whether a group holds jobs of one key only. */
  oneKey: boolean
}

export interface GroupQueueOptions<Job> {
  limits: GroupLimits
  /** Jobs of one key are never in two groups at once, and keep their order. */
  keyOf: (job: Job) => string
  sizeOf: (job: Job) => number
  /** Processes a group and reports the result of each job. Never rejects. */
  work: (group: Job[]) => Promise<void>
}

/**
 * A bounded queue that processes jobs in groups: jobs that arrive while earlier groups are processed go together. A
 * single job does not wait.
 */
export class GroupQueue<Job> {
  private waitingJobs: Job[] = []
  private waitingSize = 0
  private readonly busy = new Set<string>()
  private underWay = 0
  private planned = false
  private idlers: (() => void)[] = []

  constructor(private readonly options: GroupQueueOptions<Job>) {}

  /** Jobs not yet in a group. */
  get waiting(): number {
    return this.waitingJobs.length
  }

  /** True when `add` would refuse. */
  get isFull(): boolean {
    const { waitingJobs, waitingSize } = this.options.limits
    return this.waitingJobs.length >= waitingJobs || this.waitingSize >= waitingSize
  }

  /** False when the queue is full and nothing was added. */
  add(job: Job): boolean {
    if (this.isFull) return false
    this.waitingJobs.push(job)
    this.waitingSize += this.options.sizeOf(job)
    this.plan()
    return true
  }

  /** Resolves once the queue is empty and idle. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve()
    return new Promise((resolve) => this.idlers.push(resolve))
  }

  private get isIdle(): boolean {
    return this.underWay === 0 && this.waitingJobs.length === 0
  }

  /** Starts after everything that arrives in the same turn of the event loop was added. */
  private plan(): void {
    if (this.planned || this.underWay >= this.options.limits.workers) return
    this.planned = true
    setImmediate(() => {
      this.planned = false
      this.begin()
    })
  }

  private begin(): void {
    const group = this.take()
    if (group.length === 0) return
    this.underWay += 1
    void this.options.work(group).finally(() => this.end(group))
    if (this.waitingJobs.length > 0) this.plan()
  }

  private end(group: Job[]): void {
    this.underWay -= 1
    for (const job of group) this.busy.delete(this.options.keyOf(job))
    if (this.waitingJobs.length > 0) this.plan()
    else if (this.isIdle) for (const resolve of this.idlers.splice(0)) resolve()
  }

  /** The oldest jobs that fit into one group, except those whose key is in another group. */
  private take(): Job[] {
    const { limits, keyOf, sizeOf } = this.options
    const group: Job[] = []
    const left: Job[] = []
    const passedOver = new Set<string>()
    let size = 0
    for (const job of this.waitingJobs) {
      const key = keyOf(job)
      const fits =
        group.length === 0 ||
        (group.length < limits.groupJobs &&
          size + sizeOf(job) <= limits.groupSize &&
          (!limits.oneKey || group.every((each) => keyOf(each) === key)))
      if (!fits || this.busy.has(key) || passedOver.has(key)) {
        passedOver.add(key)
        left.push(job)
        continue
      }
      group.push(job)
      size += sizeOf(job)
    }
    this.waitingJobs = left
    this.waitingSize -= size
    for (const job of group) this.busy.add(keyOf(job))
    return group
  }
}
