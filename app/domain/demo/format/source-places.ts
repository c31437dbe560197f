import { isAlias, isMap, isScalar, isSeq, Scalar, type Document, type LineCounter, type Node } from 'yaml'

export type LineColumn = { line: number; column: number }

/** Finds the positions of values and keys in a YAML text. */
export type Places = {
  /** The position of the value at the path, or of its nearest existing parent. */
  value(path: readonly string[], offset?: number): LineColumn | null
  /** The position of the last key of the path. */
  key(path: readonly string[]): LineColumn | null
  /** The line and column of an offset of the text. */
  offset(offset: number): LineColumn
}

type Found = { node: Node | null; key: Node | null }

export function makePlaces(document: Document, lines: LineCounter): Places {
  const offset = (at: number): LineColumn => {
    const { line, col } = lines.linePos(at)
    return { line, column: col }
  }
  const start = (node: Node | null) => (node?.range ? offset(node.range[0]) : null)
  const value: Places['value'] = (path, inside) => {
    const { node, key } = find(document, path)
    if (inside !== undefined && isScalar(node) && node.range) {
      const shift = shiftOf(node)
      if (shift !== null) return offset(node.range[0] + shift + inside)
    }
    return start(node) ?? start(key)
  }
  const key: Places['key'] = (path) => {
    const found = find(document, path)
    return start(found.key) ?? start(found.node)
  }
  return { value, key, offset }
}

/** The offset of a scalar's text from its beginning; null where lines are folded. */
function shiftOf(node: Scalar): number | null {
  if (node.type === Scalar.PLAIN) return 0
  return node.type === Scalar.QUOTE_SINGLE || node.type === Scalar.QUOTE_DOUBLE ? 1 : null
}

function find(document: Document, path: readonly string[]): Found {
  let found: Found = { node: document.contents as Node | null, key: null }
  for (const segment of path) {
    const inside = child(document, found.node, segment)
    if (!inside) return found
    found = inside
  }
  return found
}

function child(document: Document, parent: Node | null, segment: string): Found | null {
  const node = isAlias(parent) ? (parent.resolve(document) ?? null) : parent
  if (isSeq(node)) {
    const item = node.items[Number(segment)]
    return item === undefined ? null : { node: item as Node, key: null }
  }
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === segment)
  return pair ? { node: pair.value as Node | null, key: pair.key as Node } : null
}
