import { isLocale } from '../../text'
import { isJsonObject, own, type Json } from '~/domain/json'
import { listTransitions } from '../format/list-transitions'
import type { Demo } from '../format/schema'
import type { Operation, State, Written } from '../format/schema-machine'
import { pathSegments } from '../engine/world'

/**
 * What is known of a path in the world. `any`: nothing. `none`: that it exists, as in an empty list. `scalar`: that it
 * has no keys and no rows.
 */
export type Shape =
  { kind: 'any' } | { kind: 'none' } | { kind: 'scalar' } | MapShape | { kind: 'list'; of: Shape }
type MapShape = { kind: 'map'; fields: Record<string, Shape> }

const ANY: Shape = { kind: 'any' }
const NONE: Shape = { kind: 'none' }
const SCALAR: Shape = { kind: 'scalar' }

/** The shape of a value: which keys its maps have. Null can become anything. */
function shapeOf(value: Json): Shape {
  if (Array.isArray(value)) return { kind: 'list', of: value.map(shapeOf).reduce(mergeShapes, NONE) }
  if (!isJsonObject(value)) return value === null ? ANY : SCALAR
  const keys = Object.keys(value)
  if (keys.length === 0 || keys.every(isLocale)) return ANY
  return mapShape(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]))
}

function mapShape(entries: [string, Shape][]): MapShape {
  return { kind: 'map', fields: Object.fromEntries(entries) }
}

/** A shape that covers both: a map has the keys of either. */
function mergeShapes(a: Shape, b: Shape): Shape {
  if (a.kind === 'none') return b
  if (b.kind === 'none') return a
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', of: mergeShapes(a.of, b.of) }
  if (a.kind === 'scalar' && b.kind === 'scalar') return SCALAR
  if (a.kind !== 'map' || b.kind !== 'map') return ANY
  const keys = [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])]
  return mapShape(
    keys.map((key) => [key, mergeShapes(own(a.fields, key) ?? NONE, own(b.fields, key) ?? NONE)]),
  )
}

/** The shape of what an operation writes: an expression may give anything. */
function shapeOfWritten(written: Written): Shape {
  if (Array.isArray(written))
    return { kind: 'list', of: written.map(shapeOfWritten).reduce(mergeShapes, NONE) }
  if (typeof written === 'number' || typeof written === 'boolean') return SCALAR
  if (typeof written !== 'object' || written === null) return ANY
  return mapShape(Object.entries(written).map(([key, item]) => [key, shapeOfWritten(item)]))
}

function updateAt(shape: Shape, segments: readonly string[], update: (shape: Shape) => Shape): Shape {
  const [head, ...rest] = segments
  if (head === undefined) return update(shape)
  const child = shape.kind === 'map' ? own(shape.fields, head) : undefined
  if (shape.kind !== 'map' || child === undefined) return shape
  return { kind: 'map', fields: { ...shape.fields, [head]: updateAt(child, rest, update) } }
}

function applyOperation(shape: Shape, operation: Operation): Shape {
  if ('remove' in operation) return shape
  if ('append' in operation) {
    const row: Shape = { kind: 'list', of: shapeOfWritten(operation.item) }
    return updateAt(shape, pathSegments(operation.append), (old) => mergeShapes(old, row))
  }
  if ('patch' in operation) {
    const row: Shape = { kind: 'list', of: shapeOfWritten(operation.with) }
    return updateAt(shape, pathSegments(operation.patch), (old) => mergeShapes(old, row))
  }
  const { set, to } = operation
  const keepsRows = typeof to === 'string' && to.startsWith(`${set}.filter(`)
  return keepsRows ? shape : updateAt(shape, pathSegments(set), (old) => mergeShapes(old, shapeOfWritten(to)))
}

/** Every operation of the chart, with its path in the document. */
export function operationsIn(
  states: Record<string, State>,
  at: string,
): { at: string; operation: Operation }[] {
  return Object.entries(states).flatMap(([id, state]) => {
    const place = `${at}.${id}`
    const lists = [
      ...Object.entries(state.on ?? {}).flatMap(([event, list]) =>
        listTransitions(list, `${place}.on.${event}`),
      ),
      ...(state.always === undefined ? [] : listTransitions(state.always, `${place}.always`)),
      ...(state.onDone === undefined ? [] : listTransitions(state.onDone, `${place}.onDone`)),
    ]
    const placed = (list: readonly Operation[] | undefined, where: string) =>
      (list ?? []).map((operation, index) => ({ at: `${where}.${index}`, operation }))
    return [
      ...placed(state.entry, `${place}.entry`),
      ...lists.flatMap((one) => placed(one.transition.do, `${one.at}.do`)),
      ...operationsIn(state.states ?? {}, `${place}.states`),
    ]
  })
}

/** What is known of the world over a whole run: its initial value and what operations write to it. */
export function worldShape(demo: Demo): Shape {
  return shapeAfter(demo, () => true)
}

/** What is known of the world where operations write: its initial value and what is set. Only a list can get rows. */
export function writtenShape(demo: Demo): Shape {
  return shapeAfter(demo, (operation) => 'set' in operation)
}

function shapeAfter(demo: Demo, counts: (operation: Operation) => boolean): Shape {
  const fields = Object.entries(demo.world).map(([key, value]): [string, Shape] => [key, shapeOf(value)])
  const operations = operationsIn(demo.machine.states, 'machine.states').map((one) => one.operation)
  return operations.filter(counts).reduce(applyOperation, mapShape(fields))
}
