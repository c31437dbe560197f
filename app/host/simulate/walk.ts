import type { CompiledDemo } from '~/domain/demo/engine/compile'
import { offeredEvents } from '~/domain/demo/engine/offered-events'
import type { OfferedEvent, PlainEvent } from '~/domain/demo/engine/offered-events'
import { startRun, step } from '~/domain/demo/engine/run'
import type { Run, RunStart } from '~/domain/demo/engine/run'
import { HINT_EVENT } from '~/domain/demo/engine/trace'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { effortOf, hardship } from './effort'
import type { Effort } from './effort'
import type { Temper } from './persona'
import { policyKey, rightEvent } from './policy'
import type { Policy } from './policy'
import type { Random } from './random'

const MOST_TRIES = 80
/** The impatience spent over a whole ideal path. */
const PATIENCE = 0.3
const LONGEST_MS = 2 * 60 * 60 * 1000
/** Probability of filling in a form differently from the ideal path. */
const CURIOSITY = 0.3
/** Active time stops after this long without input. */
const IDLE_MS = 30_000

export interface SimulatedWalk {
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
 * Simulates one prospect's walk through a demo: mostly the right step, sometimes another or a hint, and at every
 * step a probability of giving up that grows with the work on the screen and with repeated visits. Contains only
 * events that the engine accepts.
 */
export function simulateWalk(
  compiled: CompiledDemo,
  start: RunStart,
  options: { policy: Policy; temper: Temper; random: Random },
): SimulatedWalk {
  const { policy, temper, random } = options
  const walker: Walker = { run: startRun(compiled, start), events: [], atMs: 0, visits: new Map() }
  for (
    let tries = 0;
    tries < MOST_TRIES && walker.run.status === 'active' && walker.atMs < LONGEST_MS;
    tries += 1
  ) {
    const offered = offeredEvents(walker.run)
    const effort = effortOf(offered)
    const visits = visit(walker)
    if (random.chance(givesUp(effort, visits - expectedVisits(policy, walker.run), policy, temper))) break
    const right = rightEvent(policy, walker.run, offered)
    const wantsHelp =
      right !== undefined && random.chance(temper.asksForHelp * (hardship(effort) + Math.min(3, visits - 1)))
    if (wantsHelp) take(walker, { type: HINT_EVENT }, random.around(3_000, 0.5), random)
    const follows = wantsHelp || random.chance(temper.skill)
    const choice = right && follows ? inTheirWay(offered, right, random) : anyOther(offered, right, random)
    if (!choice) break
    take(walker, choice, thinkingMs(effort, temper, random), random)
  }
  return { events: walker.events, end: walker.run }
}

function visit({ run, visits }: Walker): number {
  const times = (visits.get(policyKey(run)) ?? 0) + 1
  visits.set(policyKey(run), times)
  return times
}

/**
 * The probability of giving up at a screen. A whole ideal path costs about the same patience, however many screens
 * it has; returning to the same screen costs more, and manual work that another plan saves costs more still.
 */
function givesUp(
  effort: Effort,
  visitsTooMany: number,
  { work, toil }: Policy,
  { impatience }: Temper,
): number {
  const share = (PATIENCE * hardship(effort)) / Math.max(1, work)
  return Math.min(0.5, (share * toil + 0.04 * Math.max(0, visitsTooMany)) * impatience)
}

/** How often the ideal path visits the screen, at least once. */
const expectedVisits = (policy: Policy, run: Run): number =>
  Math.max(1, policy.steps.get(policyKey(run))?.length ?? 0)

/** The time to read the screen, fill in the form and look through the list, in milliseconds. */
function thinkingMs({ fields, rows }: Effort, { slowness }: Temper, random: Random): number {
  return random.around((13_000 + 8_000 * fields + 1_800 * rows) * slowness, 0.45)
}

/** The right control, but sometimes with other data than the ideal path: another customer, another row. */
function inTheirWay(offered: readonly OfferedEvent[], right: OfferedEvent, random: Random): OfferedEvent {
  if (right.control.payload.kind !== 'form' || !random.chance(CURIOSITY)) return right
  return random.one(offered.filter(({ control }) => control === right.control))
}

/** A wrong event, if there is one: each control is equally likely, regardless of its data. */
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

/**
 * Sends an event; a refused one only takes time. Occasionally an interruption adds trial time without active time.
 */
function take(walker: Walker, { type, data }: PlainEvent, ms: number, random: Random): void {
  const away = random.chance(0.03) ? random.around(4 * 60_000, 0.8) : 0
  const atMs = walker.atMs + Math.max(700, Math.round(ms + away))
  const event = { type, ...(data && { data }), at: atMs }
  const result = step(walker.run, event)
  if (!result.ok) {
    walker.atMs = atMs
    return
  }
  const activeMs = Math.round(away > 0 ? Math.min(ms, IDLE_MS) + IDLE_MS : Math.max(700, ms))
  walker.events.push({
    seq: walker.events.length + 1,
    ...event,
    activeMs: Math.min(activeMs, atMs - walker.atMs),
  })
  walker.run = result.run
  walker.atMs = atMs
}
