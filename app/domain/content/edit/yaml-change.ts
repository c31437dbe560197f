import { isJsonObject } from '~/domain/json'
import type { Json, JsonObject } from '~/domain/json'

/** Where a value stands in a YAML file: keys of maps and indexes of lists. */
export type YamlPath = readonly (string | number)[]

/** One change of a YAML file. */
export type YamlChange =
  /** Sets a value, with the maps on the way to it. */
  | { do: 'set'; path: YamlPath; value: Json }
  | { do: 'remove'; path: YamlPath }
  /** Adds an item to the list at the path, at its end without `at`. Makes the list when it is missing. */
  | { do: 'insert'; path: YamlPath; at?: number; value: Json }
  /** Moves an item of the list at the path. */
  | { do: 'move'; path: YamlPath; from: number; to: number }
  /** Gives another name to the last key of the path. */
  | { do: 'rename'; path: YamlPath; key: string }

type Insertion = Extract<YamlChange, { do: 'insert' }>
type Move = Extract<YamlChange, { do: 'move' }>

/** The value of the file after the change; undefined when the change does not fit it. */
export function changedValue(value: Json, change: YamlChange): Json | undefined {
  switch (change.do) {
    case 'set':
      return changedAt(value, change.path, () => change.value)
    case 'insert':
      return changedAt(value, change.path, (list) => withItem(list, change))
    case 'move':
      return changedAt(value, change.path, (list) => withMoved(list, change))
    case 'remove':
      return changedParent(value, change.path, without)
    case 'rename':
      return changedParent(value, change.path, (parent, key) => withRenamed(parent, String(key), change.key))
  }
}

/** The value at a path; undefined when there is none. */
export function valueIn(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? (found as Record<string | number, unknown>)[key]
        : undefined,
    value,
  )
}

type Change = (value: Json | undefined) => Json | undefined

function changedAt(value: Json | undefined, [key, ...rest]: YamlPath, change: Change): Json | undefined {
  if (key === undefined) return change(value)
  const container = value ?? {}
  if (typeof container !== 'object') return undefined
  const inner = changedAt(valueIn(container, [key]) as Json | undefined, rest, change)
  if (inner === undefined) return undefined
  if (!Array.isArray(container)) return { ...container, [key]: inner }
  return Number(key) < container.length
    ? container.map((item, index) => (index === Number(key) ? inner : item))
    : undefined
}

type ChangeParent = (parent: Json | undefined, key: string | number) => Json | undefined

function changedParent(value: Json, path: YamlPath, change: ChangeParent): Json | undefined {
  const last = path.at(-1)
  if (last === undefined || valueIn(value, path) === undefined) return undefined
  return changedAt(value, path.slice(0, -1), (parent) => change(parent, last))
}

function without(parent: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(parent)) return parent.filter((_, index) => index !== Number(key))
  return isJsonObject(parent)
    ? Object.fromEntries(Object.entries(parent).filter(([name]) => name !== String(key)))
    : undefined
}

function withRenamed(parent: Json | undefined, from: string, to: string): Json | undefined {
  if (!isJsonObject(parent) || (from !== to && Object.hasOwn(parent, to))) return undefined
  const entries = Object.entries(parent).map(([key, value]) => [key === from ? to : key, value] as const)
  return Object.fromEntries(entries) as JsonObject
}

function withItem(list: Json | undefined, { at, value }: Insertion): Json | undefined {
  if (list === undefined || list === null) return [value]
  return Array.isArray(list)
    ? [...list.slice(0, at ?? list.length), value, ...list.slice(at ?? list.length)]
    : undefined
}

function withMoved(list: Json | undefined, { from, to }: Move): Json | undefined {
  if (!Array.isArray(list) || from < 0 || to < 0 || from >= list.length || to >= list.length) return undefined
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}
