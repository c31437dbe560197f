import { isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { YamlPath } from './yaml-change'

/** A collection of a document on a path, and what of the path lies below it. */
interface Reached {
  node: YAMLMap | YAMLSeq
  rest: YamlPath
}

/** The deepest collection on the path that exists; null when the document is no collection, or an alias is in the way. */
export function reach(document: Document, path: YamlPath): Reached | null {
  let node: unknown = document.contents
  for (let depth = 0; depth <= path.length; depth++) {
    if (!isMap(node) && !isSeq(node)) return null
    const child = depth < path.length ? childOf(node, path[depth] ?? '') : null
    if (child === null || !isCollection(child)) return { node, rest: path.slice(depth) }
    node = child
  }
  return null
}

/** The pair of a map with this key. */
export function pairOf(map: YAMLMap, key: string | number): Pair | null {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key)) ?? null
}

function childOf(node: YAMLMap | YAMLSeq, key: string | number): unknown {
  if (isMap(node)) return pairOf(node, key)?.value ?? null
  return node.items[Number(key)] ?? null
}

/** Where a node begins and where its value ends, as offsets of the text. */
export function spanOf(node: unknown): { start: number; end: number } | null {
  const range = (node as Node | null)?.range
  return range ? { start: range[0], end: range[1] } : null
}

/** Where a pair begins and ends. A pair without a value ends with its key. */
export function pairSpan(pair: Pair): { start: number; end: number } | null {
  const [key, value] = [spanOf(pair.key), spanOf(pair.value)]
  return key ? { start: key.start, end: value?.end ?? key.end } : null
}
