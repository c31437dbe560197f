import { resolveTarget, stateIds } from '../engine/chart'
import { error, type FoundProblem } from './found-problem'
import { listTransitions } from '../format/list-transitions'
import type { Demo } from '../format/schema'
import type { State, Transitions } from '../format/schema-machine'
import { wouldBeRight } from '~/domain/suggest'

type Inherited = { screen: boolean; inParallel: boolean; top: boolean }
type Known = { ids: ReadonlySet<string>; roles: string[]; screens: string[] }

/** Problems of the chart itself: ids, initial states, final states, targets, roles and screens. */
export function checkMachine(demo: Demo): FoundProblem[] {
  const { states } = demo.machine
  const known = {
    ids: new Set(stateIds(states)),
    roles: Object.keys(demo.roles),
    screens: Object.keys(demo.screens),
  }
  const top = { screen: false, inParallel: false, top: true }
  return [...duplicates(states), ...checkInitial(demo), ...checkStates(states, 'machine.states', top, known)]
}

function placedIds(states: Record<string, State>, at: string): { id: string; at: string }[] {
  return Object.entries(states).flatMap(([id, state]) => [
    { id, at: `${at}.${id}` },
    ...placedIds(state.states ?? {}, `${at}.${id}.states`),
  ])
}

function duplicates(states: Record<string, State>): FoundProblem[] {
  const seen = new Map<string, string>()
  return placedIds(states, 'machine.states').flatMap(({ id, at }) => {
    const first = seen.get(id)
    seen.set(id, first ?? at)
    if (first === undefined) return []
    return [error('duplicate-state', at, `A state ${id} is already at ${first}: ids are unique in a demo`)]
  })
}

function checkInitial({ machine, roles }: Demo): FoundProblem[] {
  const tops = Object.keys(machine.states)
  const missing = (id: string, at: string) =>
    tops.includes(id)
      ? []
      : [error('unknown-state', at, `There is no state ${id} to begin in: ${wouldBeRight(id, tops)}`)]
  if (typeof machine.initial === 'string') return missing(machine.initial, 'machine.initial')
  const entries = Object.entries(machine.initial)
  if (entries.length === 0)
    return [error('invalid-state', 'machine.initial', 'Name the state in which a role begins')]
  return entries.flatMap(([role, id]) => {
    const at = `machine.initial.${role}`
    return [...unknownRole(role, at, Object.keys(roles)), ...missing(id, at)]
  })
}

function unknownRole(role: string, at: string, roles: readonly string[]): FoundProblem[] {
  if (roles.includes(role)) return []
  return [error('unknown-role', at, `There is no role ${role}: ${wouldBeRight(role, roles)}`)]
}

function checkStates(
  states: Record<string, State>,
  at: string,
  inherited: Inherited,
  known: Known,
): FoundProblem[] {
  const siblings = Object.keys(states)
  return Object.entries(states).flatMap(([id, state]) =>
    checkState(state, `${at}.${id}`, siblings, inherited, known),
  )
}

function checkState(
  state: State,
  at: string,
  siblings: string[],
  inherited: Inherited,
  known: Known,
): FoundProblem[] {
  const below = {
    screen: inherited.screen || state.screen !== undefined,
    inParallel: inherited.inParallel || state.type === 'parallel',
    top: false,
  }
  const { roles, screens } = known
  return [
    ...(state.role === undefined ? [] : unknownRole(state.role, `${at}.role`, roles)),
    ...(state.screen === undefined || screens.includes(state.screen)
      ? []
      : [
          error(
            'unknown-screen',
            `${at}.screen`,
            `There is no screen ${state.screen}: ${wouldBeRight(state.screen, screens)}`,
          ),
        ]),
    ...checkKind(state, at),
    ...checkFinal(state, at, inherited.top),
    ...checkShown(state, at, below),
    ...checkTargets(state, at, siblings, known.ids),
    ...checkStates(state.states ?? {}, `${at}.states`, below, known),
  ]
}

const childrenOf = (state: State) => Object.keys(state.states ?? {})

function checkKind(state: State, at: string): FoundProblem[] {
  const children = childrenOf(state)
  if (state.type === 'parallel') {
    if (children.length < 2)
      return [error('invalid-state', at, 'A parallel state runs two or more states side by side')]
    if (state.initial === undefined) return []
    return [error('invalid-state', `${at}.initial`, 'A parallel state enters all its states: drop initial')]
  }
  if (children.length === 0) return checkLeaf(state, at)
  const { initial } = state
  if (initial === undefined)
    return [error('invalid-state', at, `Say which state comes first, e.g. initial: ${children[0] ?? ''}`)]
  if (children.includes(initial)) return []
  return [
    error(
      'unknown-state',
      `${at}.initial`,
      `There is no state ${initial} inside: ${wouldBeRight(initial, children)}`,
    ),
  ]
}

function checkLeaf(state: State, at: string): FoundProblem[] {
  if (state.initial !== undefined)
    return [error('invalid-state', `${at}.initial`, 'There are no states inside: drop initial')]
  if (state.onDone !== undefined)
    return [
      error('invalid-state', `${at}.onDone`, 'onDone waits for states inside, and there are none: drop it'),
    ]
  return []
}

function checkFinal(state: State, at: string, top: boolean): FoundProblem[] {
  if (state.final === undefined) return []
  const place = `${at}.final`
  if (top && state.final === 'done')
    return [
      error(
        'invalid-state',
        place,
        'Here the run ends: write success or other. done ends a state inside another',
      ),
    ]
  if (!top && state.final !== 'done')
    return [
      error(
        'invalid-state',
        place,
        'A run ends only in a state that is inside no other: write done, or move the state up',
      ),
    ]
  if (state.on ?? state.always ?? state.states)
    return [error('invalid-state', at, 'A final state goes nowhere: drop on, always and states')]
  return []
}

/** Every state that can be active has a screen, its own or a parent's. */
function checkShown(state: State, at: string, below: Inherited): FoundProblem[] {
  const passes = state.always !== undefined || state.final === 'done' || childrenOf(state).length > 0
  if (passes || below.screen || below.inParallel) return []
  return [error('unknown-screen', at, 'Nothing is on show in this state: give it a screen')]
}

function checkTargets(
  state: State,
  at: string,
  siblings: string[],
  ids: ReadonlySet<string>,
): FoundProblem[] {
  const lists: [Transitions | undefined, string][] = [
    ...Object.entries(state.on ?? {}).map(([event, list]): [Transitions, string] => [
      list,
      `${at}.on.${event}`,
    ]),
    [state.always, `${at}.always`],
    [state.onDone, `${at}.onDone`],
  ]
  return lists.flatMap(([list, place]) =>
    list === undefined
      ? []
      : listTransitions(list, place).flatMap((one) => checkTarget(one, list, siblings, ids)),
  )
}

type Placed = ReturnType<typeof listTransitions>[number]

function checkTarget(
  { at, transition }: Placed,
  list: Transitions,
  siblings: string[],
  ids: ReadonlySet<string>,
) {
  const { to } = transition
  if (to === undefined || resolveTarget(to, siblings, ids) !== null) return []
  const place = typeof list === 'string' ? at : `${at}.to`
  const right = ids.has(to)
    ? `${to} is elsewhere: write "#${to}"`
    : wouldBeRight(to.replace('#', ''), to.startsWith('#') ? ids : siblings)
  return [error('unknown-target', place, `There is no state ${to} beside this one: ${right}`)]
}
