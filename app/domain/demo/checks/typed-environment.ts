import type { Environment } from '@marcbachmann/cel-js'
import { makeEnvironment } from '../expression/expression'
import type { Shape } from './world-shape'

/** A CEL environment in which the world has a known shape, and the keys of each of its types. */
export type TypedEnvironment = {
  env: Environment
  /** Keys by the name of the type, for suggestions. */
  keys: Map<string, string[]>
  worldType: string
}

/** Registers a shape as types, inner ones first, and returns the name of the outer type. */
function registerShape(shape: Shape, name: string, typed: Omit<TypedEnvironment, 'worldType'>): string {
  if (shape.kind === 'list') {
    const of = registerShape(shape.of, `${name}_row`, typed)
    return of === 'dyn' ? 'list' : `list<${of}>`
  }
  if (shape.kind !== 'map') return 'dyn'
  const entries = Object.entries(shape.fields).map(([key, inner]) => [
    key,
    registerShape(inner, `${name}_${key}`, typed),
  ])
  registerKeys(typed, name, Object.fromEntries(entries) as Record<string, string>)
  return name
}

function registerKeys(
  typed: Omit<TypedEnvironment, 'worldType'>,
  name: string,
  fields: Record<string, string>,
): void {
  typed.keys.set(name, Object.keys(fields))
  typed.env.registerType({ name, fields })
}

/** The name of the type of `can`. */
export const CAN_TYPE = 'Can'

/** The type of `can`: every entitlement, true or false. */
export function canType(entitlements: readonly string[]): { name: string; fields: Record<string, string> } {
  return { name: CAN_TYPE, fields: Object.fromEntries(entitlements.map((name) => [name, 'bool'])) }
}

/** The name of the type that an event's data has. */
export function eventType(event: string): string {
  return `Event_${event}`
}

/** An environment that knows the world and the events. For type checks only: it evaluates nothing. */
export function typedEnvironment(
  world: Shape,
  events: ReadonlyMap<string, ReadonlySet<string>>,
  entitlements: readonly string[] = [],
): TypedEnvironment {
  const typed = { env: makeEnvironment(), keys: new Map<string, string[]>() }
  const worldType = registerShape(world, 'World', typed)
  for (const [event, names] of events) {
    const fields = Object.fromEntries([...names].map((name) => [name, name === 'type' ? 'string' : 'dyn']))
    registerKeys(typed, eventType(event), fields)
  }
  registerKeys(typed, CAN_TYPE, canType(entitlements).fields)
  typed.env
    .registerVariable('world', worldType)
    .registerVariable('can', CAN_TYPE)
    .registerVariable('plan', 'string')
    .registerVariable('role', 'string')
  return { ...typed, worldType }
}
