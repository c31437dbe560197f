import { use, type ExpressionUse, type UseOptions } from './expression-use'
import type { State, Operation, Transitions, Written } from './schema-machine'
import { listTransitions } from './list-transitions'

function inWritten(written: Written, at: string, options: UseOptions): ExpressionUse[] {
  if (typeof written === 'string') return use(written, at, options)
  if (Array.isArray(written))
    return written.flatMap((item, index) => inWritten(item, `${at}.${index}`, options))
  if (typeof written !== 'object' || written === null) return []
  return Object.entries(written).flatMap(([key, item]) => inWritten(item, `${at}.${key}`, options))
}

function inOperation(operation: Operation, at: string, events: readonly string[] | null): ExpressionUse[] {
  const base = { events, changes: true }
  if ('set' in operation) return inWritten(operation.to, `${at}.to`, base)
  if ('append' in operation) return inWritten(operation.item, `${at}.item`, base)
  const row = { each: 'patch' in operation ? operation.patch : operation.remove }
  const where = use(operation.where, `${at}.where`, { events, row, expects: 'bool' })
  if ('remove' in operation) return where
  return [...where, ...inWritten(operation.with, `${at}.with`, { ...base, row })]
}

function inOperations(list: readonly Operation[] | undefined, at: string, events: readonly string[] | null) {
  return (list ?? []).flatMap((operation, index) => inOperation(operation, `${at}.${index}`, events))
}

function inTransitions(
  transitions: Transitions,
  at: string,
  events: readonly string[] | null,
): ExpressionUse[] {
  return listTransitions(transitions, at).flatMap(({ at: place, transition }) => [
    ...use(transition.if, `${place}.if`, { events, expects: 'bool' }),
    ...inOperations(transition.do, `${place}.do`, events),
  ])
}

/**
 * Every expression of a state and of the states inside it. `event` is known only in `on`: any event may have led
 * elsewhere.
 */
export function expressionsInState(state: State, at: string): ExpressionUse[] {
  const on = Object.entries(state.on ?? {}).flatMap(([event, transitions]) =>
    inTransitions(transitions, `${at}.on.${event}`, [event]),
  )
  const children = Object.entries(state.states ?? {}).flatMap(([id, child]) =>
    expressionsInState(child, `${at}.states.${id}`),
  )
  return [
    ...inOperations(state.entry, `${at}.entry`, null),
    ...on,
    ...(state.always === undefined ? [] : inTransitions(state.always, `${at}.always`, null)),
    ...(state.onDone === undefined ? [] : inTransitions(state.onDone, `${at}.onDone`, null)),
    ...children,
  ]
}
