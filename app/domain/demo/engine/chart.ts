import type { Text } from '~/domain/text'
import { DomainError } from '~/domain/errors'
import { listTransitions } from '../format/list-transitions'
import type { Demo } from '../format/schema'
import type { State, Transition, Transitions } from '../format/schema-machine'

/** One transition of the chart. */
export type TransitionInfo = {
  /** Path in the document, e.g. `machine.states.pick.on.SHIP.0`. */
  id: string
  source: string
  kind: 'event' | 'always' | 'done'
  /** Null for `always` and `onDone`. */
  event: string | null
  /** Id of the target state; null when the state does not change. */
  target: string | null
  if: string | null
}

/** One state of the chart, with what it inherits from its parents. */
export type StateInfo = {
  id: string
  /** Path in the document, e.g. `machine.states.pick`. */
  at: string
  parent: string | null
  children: string[]
  type: 'leaf' | 'nested' | 'parallel' | 'final'
  final: 'success' | 'other' | 'done' | null
  /** The role that acts here: its own, else that of the nearest parent. Screen and guide likewise. */
  role: string | null
  screen: string | null
  guide: string | null
  title: Text
  feature: string | null
  /** Events that are the prospect's free choice here, once each time the state is entered. */
  free: readonly string[]
}

/** A transition as authored, with its resolved place in the chart. */
export type ChartTransition = TransitionInfo & { authored: Transition }

export type ChartState = StateInfo & { authored: State; transitions: ChartTransition[] }

/** The chart of a demo, flat: every state by id, parents before children, in document order. */
export type Chart = ReadonlyMap<string, ChartState>

/** The id that a target names: `#pick` is any state, `pick` a sibling. Null when there is none. */
export function resolveTarget(
  target: string,
  siblings: readonly string[],
  all: ReadonlySet<string>,
): string | null {
  if (target.startsWith('#')) return all.has(target.slice(1)) ? target.slice(1) : null
  return siblings.includes(target) ? target : null
}

/** Every state id in document order; an id that an author repeated is repeated. */
export function stateIds(states: Record<string, State>): string[] {
  return Object.entries(states).flatMap(([id, state]) => [id, ...stateIds(state.states ?? {})])
}

function typeOf(state: State): StateInfo['type'] {
  if (state.final !== undefined) return 'final'
  if (state.states === undefined || Object.keys(state.states).length === 0) return 'leaf'
  return state.type === 'parallel' ? 'parallel' : 'nested'
}

type Walk = { all: ReadonlySet<string>; states: Map<string, ChartState> }
/** The path in the document of a list of states. */
type Level = { at: string; parent: ChartState | null; siblings: string[]; walk: Walk }

function transitionsOf(id: string, state: State, at: string, level: Level): ChartTransition[] {
  const read = (
    list: Transitions | undefined,
    place: string,
    kind: TransitionInfo['kind'],
    event: string | null,
  ) =>
    (list === undefined ? [] : listTransitions(list, place)).map(({ at: path, transition }) => ({
      id: path,
      source: id,
      kind,
      event,
      target: targetOf(transition, path, level),
      if: transition.if ?? null,
      authored: transition,
    }))
  return [
    ...Object.entries(state.on ?? {}).flatMap(([event, list]) =>
      read(list, `${at}.on.${event}`, 'event', event),
    ),
    ...read(state.always, `${at}.always`, 'always', null),
    ...read(state.onDone, `${at}.onDone`, 'done', null),
  ]
}

function targetOf(transition: Transition, at: string, { siblings, walk }: Level): string | null {
  if (transition.to === undefined) return null
  const target = resolveTarget(transition.to, siblings, walk.all)
  if (target === null) throw new DomainError('invalid-input', `No state ${transition.to} to go to.`, { at })
  return target
}

/** A property of a state, inherited from its parent. */
function inherit(state: State, parent: ChartState | null): Pick<StateInfo, 'role' | 'screen' | 'guide'> {
  const { role = parent?.role, screen = parent?.screen, guide = parent?.guide } = state
  return { role: role ?? null, screen: screen ?? null, guide: guide ?? null }
}

function readState(id: string, state: State, level: Level): void {
  const { parent, walk } = level
  const at = `${level.at}.${id}`
  if (walk.states.has(id)) throw new DomainError('invalid-input', `Two states are called ${id}.`, { at })
  const info: ChartState = {
    id,
    at,
    parent: parent?.id ?? null,
    children: Object.keys(state.states ?? {}),
    type: typeOf(state),
    final: state.final ?? null,
    ...inherit(state, parent),
    title: state.title ?? { en: id },
    feature: state.feature ?? null,
    free: state.free ?? [],
    authored: state,
    transitions: transitionsOf(id, state, at, level),
  }
  walk.states.set(id, info)
  readStates(state.states ?? {}, `${at}.states`, info, walk)
}

function readStates(states: Record<string, State>, at: string, parent: ChartState | null, walk: Walk): void {
  const level = { at, parent, siblings: Object.keys(states), walk }
  for (const [id, state] of Object.entries(states)) readState(id, state, level)
}

/**
 * Reads the chart of a demo.
 * @throws DomainError `invalid-input` for a duplicate state or an unknown target
 */
export function readChart(demo: Demo): Chart {
  const walk: Walk = { all: new Set(stateIds(demo.machine.states)), states: new Map() }
  readStates(demo.machine.states, 'machine.states', null, walk)
  return walk.states
}

/**
 * The leaf in which a state starts: itself, or the initial state inside it; of a parallel state, in its first region.
 */
function openingLeaf(chart: Chart, id: string): string {
  const state = chart.get(id)
  if (!state || state.type === 'leaf' || state.type === 'final') return id
  const [first] = state.children
  const inside = state.type === 'nested' ? state.authored.initial : first
  return inside === undefined ? id : openingLeaf(chart, inside)
}

/** Roles in which a prospect can start, each with its initial state. The first is the default. */
export function startStates(demo: Demo, chart: Chart): Map<string, string> {
  const { initial } = demo.machine
  if (typeof initial !== 'string') return new Map(Object.entries(initial))
  const role = chart.get(openingLeaf(chart, initial))?.role ?? Object.keys(demo.roles)[0]
  return new Map(role === undefined ? [] : [[role, initial]])
}
