import type { QueueClock } from '../client/queue-clock'
import type { Patience, StuckMemory, StuckReason } from './stuck'
import { patienceIn, stuckReason } from './stuck'

/** Where the prospect is, and the help asked for and refusals met in the whole trial so far. */
export interface StuckPlace {
  states: readonly string[]
  hints: number
  refusals: number
}

/** Watches one trial for signs that the prospect is stuck. Time comes from the clock that it is given. */
export class StuckWatch {
  private cancel: () => void = () => {}
  /** Where the present states were entered; its hints are those at the last offer. */
  private entered: StuckPlace | null = null
  private now: StuckPlace = { states: [], hints: 0, refusals: 0 }
  private readonly offered = new Set<string>()

  constructor(
    private readonly options: {
      clock: QueueClock
      patience: Patience
      isOff: () => boolean
      onStuck: (reason: StuckReason) => void
    },
  ) {}

  /** A step, a refusal or a hint: the place is looked at again. */
  arrive(place: StuckPlace): void {
    const before = this.entered
    if (before === null) this.entered = place
    else if (nameOf(place) !== nameOf(before)) this.entered = { ...place, hints: before.hints }
    this.now = place
    this.look(0)
    this.touch()
  }

  /** Some input: hesitation begins again. */
  touch(): void {
    this.cancel()
    const patienceMs = patienceIn(this.now.states, this.options.patience)
    this.cancel = this.options.clock.after(patienceMs, () => this.look(patienceMs))
  }

  stop(): void {
    this.cancel()
  }

  private look(idleMs: number): void {
    const { now, options } = this
    const entered = this.entered ?? now
    const memory: StuckMemory = { offered: this.offered, isOff: options.isOff() }
    const signs = { idleMs, refusals: now.refusals - entered.refusals, hints: now.hints - entered.hints }
    const patienceMs = patienceIn(now.states, options.patience)
    const reason = stuckReason(nameOf(now), signs, { patienceMs, memory })
    if (reason === null) return
    this.offered.add(nameOf(now))
    this.entered = { ...entered, hints: now.hints }
    options.onStuck(reason)
  }
}

const nameOf = ({ states }: StuckPlace): string => states.join(' ')
