import { isMap, isPair, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml'

export type YamlPlace = { line: number; column: number }

/** Finds where a path such as `machine.states.pick.on.SHIP.0` stands in a YAML text; when the end of the path is not there, its nearest parent. */
export function yamlPlaces(source: string): (at: string) => YamlPlace | null {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(source, { lineCounter, prettyErrors: false, uniqueKeys: false })
  return (at) => {
    const offset = offsetOf(contents, at === '' ? [] : at.split('.'))
    if (offset === null) return null
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
}

function offsetOf(root: Node | null, path: string[]): number | null {
  let node: unknown = root
  let offset = startOf(root)
  for (const key of path) {
    const next = childOf(node, key)
    if (next === null) return offset
    offset = startOf(isPair(next) ? next.key : next) ?? offset
    node = isPair(next) ? next.value : next
  }
  return offset
}

function childOf(node: unknown, key: string): Node | Pair | null {
  if (isMap(node)) return node.items.find((pair) => String(pair.key) === key) ?? null
  if (isSeq(node)) return (node.items[Number(key)] as Node | undefined) ?? null
  return null
}

function startOf(node: unknown): number | null {
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : null
  return range?.[0] ?? null
}
