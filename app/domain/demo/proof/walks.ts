import type { CompiledDemo } from '../engine/compile'
import { eventsTo, explore, type Exploration, type ExploreLimits } from './explore'
import { PROOF_START } from './explored-run'
import { canonicalJson } from '~/domain/json'
import type { PlainEvent } from '../engine/offered-events'
import { beginRun, step, type Run } from '../engine/run'

/** The events of one walk from the start. */
export type Walk = readonly PlainEvent[]

/**
 * Longest walk first. `begun` are the states entered at the start; `states` and `transitions` are all that the walks,
 * the start included, enter and take together.
 */
export type Walks = {
  start: Run
  begun: readonly string[]
  walks: Walk[]
  states: string[]
  transitions: string[]
}

/** Where something was first seen: the configuration, and the event that leads on from it. */
type Sighting = { from: number; event: PlainEvent }

/**
 * The walks of a demo for one plan and start role: a shortest way to every state and a shortest way through every
 * transition. A walk that is the beginning of another is left out.
 * @throws DomainError `invalid-input` when an expression fails at the start
 */
export function findWalks(compiled: CompiledDemo, plan: string, role: string, limits: ExploreLimits): Walks {
  const begun = beginRun(compiled, { plan, role, ...PROOF_START })
  const states = new Map<string, Sighting>()
  const transitions = new Map<string, Sighting>()
  const exploration = explore(begun.run, {
    ...limits,
    pass: ({ index: from }, event, { entered, taken }) => {
      noteFirst(states, entered, { from, event })
      noteFirst(transitions, taken, { from, event })
    },
  })
  return {
    start: begun.run,
    begun: [...begun.entered],
    walks: withoutBeginnings(waysTo(exploration, [...states.values(), ...transitions.values()])),
    states: [...new Set([...begun.entered, ...states.keys()])],
    transitions: [...new Set([...begun.taken, ...transitions.keys()])],
  }
}

/** The walk that enters the most states, the longest of those; empty when there is nothing to do. */
export function richestWalk({ start, begun, walks }: Walks): Walk {
  const ranked = walks.map((walk) => ({ walk, states: statesSeen(start, begun, walk).size }))
  const none = { walk: [] as Walk, states: -1 }
  return ranked.reduce((one, other) => (other.states > one.states ? other : one), none).walk
}

function statesSeen(start: Run, begun: readonly string[], walk: Walk): Set<string> {
  const entered = new Set(begun)
  let run = start
  for (const event of walk) {
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) throw new Error(`${event.type} is refused: ${result.message}`)
    result.entered.forEach((state) => entered.add(state))
    run = result.run
  }
  return entered
}

/** Breadth-first search reaches each place by a shortest way, so the first sighting is a nearest one. */
function noteFirst(known: Map<string, Sighting>, seen: readonly string[], sighting: Sighting): void {
  for (const name of seen) if (!known.has(name)) known.set(name, sighting)
}

function waysTo(exploration: Exploration, sightings: readonly Sighting[]): Walk[] {
  return sightings.map(({ from, event }) => [...eventsTo(exploration, from), event])
}

/** Longest first; of equal length in the order found. */
function withoutBeginnings(ways: readonly Walk[]): Walk[] {
  const longestFirst = ways
    .map((events) => ({ events, spelled: events.map((event) => canonicalJson(event)) }))
    .sort((one, other) => other.events.length - one.events.length)
  const begun = new Set<string>()
  return longestFirst.flatMap(({ events, spelled }) => {
    if (begun.has(spelled.join('\n'))) return []
    spelled.forEach((_, end) => begun.add(spelled.slice(0, end + 1).join('\n')))
    return [events]
  })
}
