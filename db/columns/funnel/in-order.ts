import type { AttemptBuffer } from './attempt-buffer'
import { Pairing } from './pairing'
import { type UnitEvents, larger } from './unit-events'

export interface InOrderRules {
  steps: number
  windowMs: number
  /** Any other event between two steps ends an attempt, but for a repeated step 1. */
  strict: boolean
}

/**
 * Attempts whose steps follow in order. For each instant and next step it is known beforehand at which instant an attempt
 * goes on or ends, so that an attempt takes as many looks as there are steps, however long the history.
 */
export class InOrder {
  private stops = new Int32Array(1024)
  private events: UnitEvents | null = null

  constructor(private readonly rules: InOrderRules) {}

  opens(events: UnitEvents, row: number): boolean {
    return events.fits(row, 0)
  }

  read(events: UnitEvents): void {
    this.events = events
    const { steps } = this.rules
    const needed = (events.instants + 1) * steps
    if (this.stops.length < needed) this.stops = larger(this.stops, needed * 2)
    this.stops.fill(events.instants, events.instants * steps, needed)
    for (let instant = events.instants - 1; instant >= 0; instant -= 1) this.readStops(events, instant)
  }

  private readStops(events: UnitEvents, instant: number): void {
    const { steps, strict } = this.rules
    let any = 0
    let every = -1
    for (let row = events.start(instant); row < events.start(instant + 1); row += 1) {
      any |= events.mask[row] ?? 0
      every &= events.mask[row] ?? 0
    }
    const ends = strict && (every & 1) === 0
    for (let step = 0; step < steps; step += 1) {
      const stops = ends || ((any >> step) & 1) === 1
      this.stops[instant * steps + step] = stops ? instant : (this.stops[(instant + 1) * steps + step] ?? 0)
    }
  }

  /** Goes on from an opened attempt as far as it gets. */
  follow(attempt: AttemptBuffer): void {
    const { events } = this
    if (!events) return
    const end = (attempt.at[0] ?? 0) + this.rules.windowMs
    let instant = attempt.instants[0] ?? 0
    this.fill(attempt, events, instant)
    while (attempt.length < this.rules.steps) {
      instant = this.stops[(instant + 1) * this.rules.steps + attempt.length] ?? events.instants
      if (instant >= events.instants || events.timeOf(instant) > end) return
      const before = attempt.length
      this.fill(attempt, events, instant)
      if (this.rules.strict && leavesOthers(events, instant, { first: before, next: attempt.length })) return
    }
  }

  /** Fills as many steps in order as the events of one instant can, beside the opener. */
  private fill(attempt: AttemptBuffer, events: UnitEvents, instant: number): void {
    const from = events.start(instant)
    const until = events.start(instant + 1)
    const opener = attempt.rows[0] ?? 0
    if (until - from === 1) {
      if (from !== opener && events.fits(from, attempt.length)) attempt.take(events, instant, from)
      return
    }
    const rows = rowsToTry(events, { from, until, except: opener }, this.rules.steps)
    const pairing = new Pairing(rows.length, (step, place) => events.fits(rows[place] ?? 0, step))
    while (attempt.length < this.rules.steps && pairing.place(attempt.length))
      attempt.take(events, instant, -1)
  }

  /** Names the event of each step: of several that would do, those that stand first in the history. */
  nameRows(attempt: AttemptBuffer, events: UnitEvents): void {
    let step = 1
    while (step < attempt.length) {
      const instant = attempt.instants[step] ?? 0
      let next = step
      while (next < attempt.length && attempt.instants[next] === instant) next += 1
      const choice = new StepChoice(events, { instant, opener: attempt.rows[0] ?? 0, until: next })
      const isBetween = instant !== attempt.instants[0] && next < attempt.length
      choice.choose(attempt.rows, step, this.rules.strict && isBetween)
      step = next
    }
  }
}

/** Whether something is left over at an instant that fills none of these steps and repeats no step 1. */
function leavesOthers(
  events: UnitEvents,
  instant: number,
  { first, next }: { first: number; next: number },
): boolean {
  const from = events.start(instant)
  const until = events.start(instant + 1)
  if (until - from === 1) return first === next && !events.fits(from, 0)
  const pairing = new Pairing(next - first, (row, place) => events.fits(row, first + place))
  let others = 0
  for (let row = from; row < until; row += 1) {
    if (events.fits(row, 0)) continue
    others += 1
    if (others > next - first || !pairing.place(row)) return true
  }
  return false
}

/** Of the rows of one instant those that matter: as many of each kind as there are steps. */
function rowsToTry(
  events: UnitEvents,
  { from, until, except }: { from: number; until: number; except: number },
  steps: number,
): number[] {
  const seen = new Map<number, number>()
  const rows: number[] = []
  for (let row = from; row < until; row += 1) {
    const kind = events.stepsOf(row)
    const count = seen.get(kind) ?? 0
    if (row === except || kind === 0 || count === steps) continue
    seen.set(kind, count + 1)
    rows.push(row)
  }
  return rows
}

/** The choice of events of one instant for consecutive steps up to `until`. */
class StepChoice {
  private readonly used = new Set<number>()

  constructor(
    private readonly events: UnitEvents,
    private readonly span: { instant: number; opener: number; until: number },
  ) {
    this.used.add(span.opener)
  }

  /** Writes them to `rows`; with `all`, such that only repeated steps 1 are left over. */
  choose(rows: Int32Array, step: number, all: boolean): boolean {
    const { instant, until } = this.span
    if (step === until) return !all || !this.leavesOthers()
    const alike = new Set<number>()
    for (let row = this.events.start(instant); row < this.events.start(instant + 1); row += 1) {
      const kind = this.events.stepsOf(row)
      if (this.used.has(row) || alike.has(kind) || !this.events.fits(row, step)) continue
      alike.add(kind)
      this.used.add(row)
      rows[step] = row
      if (this.choose(rows, step + 1, all)) return true
      this.used.delete(row)
    }
    return false
  }

  private leavesOthers(): boolean {
    const { instant } = this.span
    for (let row = this.events.start(instant); row < this.events.start(instant + 1); row += 1)
      if (!this.used.has(row) && !this.events.fits(row, 0)) return true
    return false
  }
}
