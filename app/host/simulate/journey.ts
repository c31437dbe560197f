import { v7 as uuidv7 } from 'uuid'
import type { Run } from '~/domain/demo/engine/run'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { SimulatedDemo, SimulationDriver } from './driver'
import { intentsOf, purchaseValue } from './goal'
import type { Intent } from './goal'
import { opinionOf } from './opinion'
import type { Persona } from './persona'
import type { Policies } from './policy'
import { createRandom } from './random'
import type { Random } from './random'
import { whenAwake } from './start-times'
import { remarkOf, searchOf } from './voice'
import { simulateWalk } from './walk'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const BATCH = 20
/** No trial starts so late that it would end after `until`. */
const MARGIN_MS = 60 * MINUTE_MS

/** The counts of one journey, or of many. */
export interface Tally {
  visitors: number
  trials: number
  finished: number
  events: number
  ratings: number
  /** Reported by browsers. */
  asks: number
  /** Reported by another system. */
  conversions: number
}

export const EMPTY_TALLY: Tally = {
  visitors: 0,
  trials: 0,
  finished: 0,
  events: 0,
  ratings: 0,
  asks: 0,
  conversions: 0,
}

export interface Journey {
  driver: SimulationDriver
  demos: readonly SimulatedDemo[]
  policies: Policies
  persona: Persona
  /** At least one. */
  trials: number
  random: Random
  /** No event is later than this. */
  until: number
}

/** One visitor from the first trial to their last conversion. Later trials are mostly on the other plan. */
export async function travel(journey: Journey): Promise<Tally> {
  const { persona, random, until } = journey
  const tally = { ...EMPTY_TALLY, visitors: 1 }
  const ends: Run[] = []
  let last: Last | null = null
  const demo = random.one(journey.demos)
  const plan = random.one(demo.compiled.plans)
  let attempt: Attempt | null = { demo, plan, at: persona.visitor.firstSeenAt, restartedFrom: undefined }
  while (attempt) {
    const { id, end } = await tryOnce(journey, attempt, tally)
    ends.push(end)
    const credited: string = end.outcome === 'success' || !last ? id : last.trial
    last = { trial: credited, endedAt: attempt.at + end.lastAt }
    const at = laterBy(pauseMs(end, random), { ...journey, endedAt: last.endedAt })
    const isLast = ends.length === journey.trials || at > until - MARGIN_MS
    attempt = isLast ? null : nextAttempt(journey, attempt, { id, end, at })
  }
  if (last) await decide(journey, ends, last, tally)
  return tally
}

/** A visitor who gave up repeats the same demo; one who finished tries another. */
function nextAttempt(
  { demos, random }: Journey,
  before: Attempt,
  { id, end, at }: { id: string; end: Run; at: number },
): Attempt {
  const restartedFrom = end.status === 'active' ? id : undefined
  const demo = !restartedFrom && random.chance(0.4) ? random.one(demos) : before.demo
  const others = demo.compiled.plans.filter((plan) => plan !== before.plan)
  const stays = demo === before.demo && random.chance(0.25)
  const plan = stays || others.length === 0 ? before.plan : random.one(others)
  return { demo, plan, at, restartedFrom }
}

/** The trial that conversions refer to. */
interface Last {
  /** The last finished trial, else the first: conversions are credited to it. */
  trial: string
  /** The end of the last trial. */
  endedAt: number
}

async function decide(journey: Journey, ends: readonly Run[], last: Last, tally: Tally): Promise<void> {
  const { persona, random, until } = journey
  for (const intent of intentsOf(ends, random)) {
    const at = whenAwake(last.endedAt + intent.delayMs, persona.timeZone, random)
    if (at <= until) await reach(journey, intent, { at, trial: last.trial }, tally)
  }
}

async function reach(
  { driver, persona }: Journey,
  intent: Intent,
  { at, trial }: { at: number; trial: string },
  tally: Tally,
): Promise<void> {
  if (intent.reportedBy === 'browser') {
    await driver.ask(persona.visitor, { id: uuidv7({ msecs: at }), trial, ...intent.ask }, at)
    tally.asks += 1
    return
  }
  const { goal } = intent
  const externalId = `simulated ${goal} ${trial}`
  const worth = goal === 'purchase' ? purchaseValue(externalId) : {}
  const isTold = await driver.convert({ externalId, goal, trial, ...worth }, at)
  tally.conversions += isTold ? 1 : 0
}

/** The time after the pause, in waking hours; if too little time is left, a random time in what is left. */
function laterBy(
  pauseMs: number,
  { endedAt, until, random, persona }: Pick<Journey, 'until' | 'random' | 'persona'> & { endedAt: number },
): number {
  const latest = until - MARGIN_MS
  const at = whenAwake(endedAt + pauseMs, persona.timeZone, random)
  if (at <= latest || latest <= endedAt) return at
  return Math.floor(endedAt + random.next() * (latest - endedAt))
}

interface Attempt {
  demo: SimulatedDemo
  plan: string
  at: number
  restartedFrom: string | undefined
}

async function tryOnce(journey: Journey, attempt: Attempt, tally: Tally): Promise<{ id: string; end: Run }> {
  const { driver, persona, random } = journey
  const { demo, plan, restartedFrom } = attempt
  const { visitor, temper } = persona
  const role = random.one(demo.compiled.startRoles)
  const wish = { demo: demo.slug, plan, role, ...(restartedFrom && { restartedFrom }) }
  await arrive(journey, attempt)
  const { id, seed, startedAt } = await driver.begin(visitor, wish, attempt.at)
  const policy = await journey.policies(demo, plan, role)
  const { events, end } = simulateWalk(
    demo.compiled,
    { plan, role, seed, startedAt },
    { policy, temper, random },
  )
  for (let from = 0; from < events.length; from += BATCH) {
    const batch = events.slice(from, from + BATCH)
    await driver.send(visitor, id, batch, startedAt + (batch.at(-1)?.at ?? 0) + 400)
  }
  await speak(journey, { id, startedAt, events, end })
  const said = opinionOf(end, visitor.locale, random)
  if (said) await driver.rate(visitor, id, said, startedAt + end.lastAt + 15_000)
  tally.trials += 1
  tally.events += events.length
  tally.finished += end.outcome === 'success' ? 1 : 0
  tally.ratings += said ? 1 : 0
  return { id, end }
}

/** A message that ships with the content; of a center without it nothing is kept. */
const MESSAGE = 'first-visit'

/** The pages before a trial. The choices are their own, so that those of trials stay as they are. */
async function arrive({ driver, persona: { visitor } }: Journey, { demo, at }: Attempt): Promise<void> {
  const random = createRandom(`arrive ${visitor.key} ${at}`)
  await driver.look(visitor, '/', at - 90_000)
  await driver.meet(visitor, { message: MESSAGE, fate: 'shown' }, at - 89_000)
  if (random.chance(0.2)) {
    const fate = random.chance(0.5) ? 'clicked' : 'dismissed'
    await driver.meet(visitor, { message: MESSAGE, fate }, at - 80_000)
  }
  if (random.chance(0.35)) await driver.look(visitor, '/pricing', at - 60_000)
  await driver.look(visitor, `/demos/${demo.slug}`, at - 30_000)
}

interface Tried {
  id: string
  startedAt: number
  events: TraceEvent[]
  end: Run
}

/** What is said during a trial and searched after it. */
async function speak({ driver, persona: { visitor } }: Journey, tried: Tried): Promise<void> {
  const { id, startedAt, events, end } = tried
  const random = createRandom(`speak ${visitor.key} ${startedAt}`)
  const remark = remarkOf(end, events, { locale: visitor.locale, random })
  if (remark) await driver.remark(visitor, id, remark, startedAt + end.lastAt + 5_000)
  const typed = searchOf(visitor.locale, random)
  if (typed !== null) await driver.search(visitor, typed, startedAt + end.lastAt + 10_000)
}

/** A visitor who finished comes back another day; one who gave up retries at once or the next day. */
function pauseMs(end: Run, random: Random): number {
  const soon = end.outcome === 'success' ? 0.5 : 0.7
  return Math.round(random.chance(soon) ? random.around(3 * MINUTE_MS, 0.6) : random.around(2 * DAY_MS, 0.7))
}
