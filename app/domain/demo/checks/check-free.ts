import { error, type FoundProblem } from './found-problem'
import type { Demo } from '../format/schema'
import type { State } from '../format/schema-machine'
import { wouldBeRight } from '~/domain/suggest'

/** Free choices: each names, once, an event that is taken while its state is active. */
export function checkFree(demo: Demo): FoundProblem[] {
  return inStates(demo.machine.states, 'machine.states', [])
}

function inStates(states: Record<string, State>, at: string, above: readonly string[]): FoundProblem[] {
  return Object.entries(states).flatMap(([id, state]) => {
    const taken = [...above, ...eventsOf(state)]
    return [
      ...inState(state, `${at}.${id}`, new Set([...taken, ...eventsInside(state)])),
      ...inStates(state.states ?? {}, `${at}.${id}.states`, taken),
    ]
  })
}

const eventsOf = (state: State): string[] => Object.keys(state.on ?? {})

function eventsInside({ states = {} }: State): string[] {
  return Object.values(states).flatMap((inside) => [...eventsOf(inside), ...eventsInside(inside)])
}

function inState({ free = [], final }: State, at: string, taken: ReadonlySet<string>): FoundProblem[] {
  if (final !== undefined && free.length > 0)
    return [error('invalid-state', `${at}.free`, 'A final state leaves nothing to choose: drop free')]
  return free.flatMap((event, index) => {
    const place = `${at}.free.${index}`
    if (free.indexOf(event) < index)
      return [error('invalid-state', place, `${event} is named twice: once is enough`)]
    if (taken.has(event)) return []
    return [
      error('unknown-event', place, `${event} is not taken in this state: ${wouldBeRight(event, taken)}`),
    ]
  })
}
