import { isJsonObject, type Json } from '~/domain/json'
import type { Demo } from '../format/schema'
import type { State } from '../format/schema-machine'
import { error, type FoundProblem } from './found-problem'

/** Limits far above what a person writes. Beyond them, checking while the author types would be slow. */
export const SIZE_LIMITS = {
  states: 500,
  screens: 300,
  roles: 50,
  tasks: 200,
  tips: 500,
  statuses: 500,
  entitlements: 200,
  names: 1_000,
} as const

/** Parts of a demo that are too many. When there are any, no other check runs. */
export function checkSize(demo: Demo): FoundProblem[] {
  const { screens, roles, tasks, tips = {}, statuses = {}, entitlements = {} } = demo
  const named = { screens, roles, tasks, tips, statuses, entitlements }
  const records = Object.entries(named).flatMap(([part, record]) =>
    tooMany(part, Object.keys(record).length, SIZE_LIMITS[part as keyof typeof named], part),
  )
  return [
    ...records,
    ...tooMany('machine.states', countStates(demo.machine.states), SIZE_LIMITS.states, 'states'),
    ...tooMany('world', namesIn(demo.world).size, SIZE_LIMITS.names, 'different names'),
  ]
}

function tooMany(at: string, count: number, most: number, what: string): FoundProblem[] {
  if (count <= most) return []
  return [error('invalid-shape', at, `There are ${count} ${what}: at most ${most}. Make two demos of it`)]
}

function countStates(states: Record<string, State>): number {
  return Object.values(states).reduce((sum, state) => sum + 1 + countStates(state.states ?? {}), 0)
}

function namesIn(value: Json, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) namesIn(item, names)
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value)) {
      names.add(name)
      namesIn(item, names)
    }
  return names
}
