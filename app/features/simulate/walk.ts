import type { CompiledDemo } from '~/domain/demo/compile'
import { offeredEvents } from '~/domain/demo/offered-events'
import type { OfferedEvent, PlainEvent } from '~/domain/demo/offered-events'
import { startRun, step } from '~/domain/demo/run'
import type { Run, RunStart } from '~/domain/demo/run'
import { HINT_EVENT } from '~/domain/trial/trace'
import type { TraceEvent } from '~/domain/trial/trace'
import { effortOf } from './effort'
import type { Effort } from './effort'
import type { Temper } from './persona'
import { placeOf, rightEvent } from './policy'
import type { Policy } from './policy'
import type { Random } from './random'

const MOST_STEPS = 80
const LONGEST_MS = 2 * 60 * 60 * 1000
/** Chance to fill a form in with something else than the ideal path does. */
const CURIOSITY = 0.3
/** Without input for longer, active time stands still. */
const IDLE_MS = 30_000

export interface Walk {
  events: TraceEvent[]
  end: Run
}

interface Walker {
  run: Run
  events: TraceEvent[]
  atMs: number
  visits: Map<string, number>
}

/**
 * One prospect's way through a demo: mostly the right step, now and then another, sometimes a hint, and at every step a
 * chance to give up that grows with the work on the screen and with having been here before. Only events that the engine
 * takes are part of it.
 */
export function walk(
  compiled: CompiledDemo,
  start: RunStart,
  options: { policy: Policy; temper: Temper; random: Random },
): Walk {
  const { policy, temper, random } = options
  const walker: Walker = { run: startRun(compiled, start), events: [], atMs: 0, visits: new Map() }
  while (walker.run.status === 'active' && walker.events.length < MOST_STEPS && walker.atMs < LONGEST_MS) {
    const offered = offeredEvents(walker.run)
    const effort = effortOf(offered)
    const visits = visit(walker)
    if (random.chance(givesUp(effort, visits, temper))) break
    const right = rightEvent(policy, walker.run, offered)
    const wantsHelp =
      right !== undefined && random.chance(temper.asksForHelp * (hardship(effort) + visits - 1))
    if (wantsHelp) take(walker, { type: HINT_EVENT }, random.around(3_000, 0.5), random)
    const follows = wantsHelp || random.chance(temper.skill)
    const choice = right && follows ? inTheirWay(offered, right, random) : anyOther(offered, right, random)
    if (!choice || !take(walker, choice, thinkingMs(effort, temper, random), random)) break
  }
  return { events: walker.events, end: walker.run }
}

function visit({ run, visits }: Walker): number {
  const times = (visits.get(placeOf(run)) ?? 0) + 1
  visits.set(placeOf(run), times)
  return times
}

/** 1 for a screen with one button, up to about 3 for a long list or form. */
const hardship = ({ fields, rows }: Effort): number => Math.min(3, 0.6 + 0.25 * fields + 0.12 * rows)

function givesUp(effort: Effort, visits: number, { impatience }: Temper): number {
  return Math.min(0.5, (0.05 * hardship(effort) + 0.05 * (visits - 1)) * impatience)
}

/** Reading the screen, filling the form, looking through the list. In milliseconds. */
function thinkingMs({ fields, rows }: Effort, { slowness }: Temper, random: Random): number {
  return random.around((13_000 + 8_000 * fields + 1_800 * rows) * slowness, 0.45)
}

/** The right control, though not always with the very input of the ideal path: another customer, another row. */
function inTheirWay(offered: readonly OfferedEvent[], right: OfferedEvent, random: Random): OfferedEvent {
  if (right.control.payload.kind !== 'form' || !random.chance(CURIOSITY)) return right
  return random.one(offered.filter(({ control }) => control === right.control))
}

/** Something else than the right thing, when there is: each control as likely as another, whatever it holds. */
function anyOther(
  offered: readonly OfferedEvent[],
  right: OfferedEvent | undefined,
  random: Random,
): OfferedEvent | undefined {
  const others = offered.filter((event) => event !== right)
  const controls = [...new Set(others.map(({ control }) => control))]
  if (controls.length === 0) return right
  const control = random.one(controls)
  return random.one(others.filter((event) => event.control === control))
}

/** True when the engine took it. The phone rings now and then: trial time goes on, active time does not. */
function take(walker: Walker, { type, data }: PlainEvent, ms: number, random: Random): boolean {
  const away = random.chance(0.03) ? random.around(4 * 60_000, 0.8) : 0
  const atMs = walker.atMs + Math.max(700, Math.round(ms + away))
  const event = { type, ...(data && { data }), at: atMs }
  const result = step(walker.run, event)
  if (!result.ok) return false
  const activeMs = Math.round(away > 0 ? Math.min(ms, IDLE_MS) + IDLE_MS : Math.max(700, ms))
  walker.events.push({
    seq: walker.events.length + 1,
    ...event,
    activeMs: Math.min(activeMs, atMs - walker.atMs),
  })
  walker.run = result.run
  walker.atMs = atMs
  return true
}
