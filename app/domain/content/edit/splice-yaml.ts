import { isMap, isScalar, isSeq } from 'yaml'
import type { Document, YAMLMap, YAMLSeq } from 'yaml'
import type { Json } from '~/domain/json'
import { blockYaml, flowYaml } from './render-yaml'
import type { YamlChange, YamlPath } from './yaml-change'
import { pairOf, pairSpan, reach, spanOf } from './yaml-nodes'

/** A stretch of the text, and what stands there instead. */
interface Splice {
  start: number
  end: number
  text: string
}

/**
 * The text with one stretch replaced, so that every other byte stays as its author wrote it; null where that takes
 * more than a stretch. The caller verifies the result.
 */
export function splicedYaml(source: string, document: Document, change: YamlChange): string | null {
  const splice = spliceFor({ source, document }, change)
  return splice && source.slice(0, splice.start) + splice.text + source.slice(splice.end)
}

interface Parsed {
  source: string
  document: Document
}

function spliceFor(parsed: Parsed, change: YamlChange): Splice | null {
  switch (change.do) {
    case 'set':
      return setSplice(parsed, change.path, change.value)
    case 'remove':
      return removeSplice(parsed, change.path)
    case 'insert':
      return insertSplice(parsed, change)
    case 'move':
      return moveSplice(parsed, change)
    case 'rename':
      return renameSplice(parsed, change)
  }
}

function setSplice({ source, document }: Parsed, path: YamlPath, value: Json): Splice | null {
  const reached = reach(document, path.slice(0, -1))
  const last = path.at(-1)
  if (!reached || last === undefined) return null
  const { node, rest } = reached
  const target = rest.length > 0 ? null : isMap(node) ? pairOf(node, last) : node.items[Number(last)]
  const held = isMap(node) ? (target as ReturnType<typeof pairOf>)?.value : target
  const span = spanOf(held)
  if (span && (span.end > span.start || isMap(node))) return replaceSplice(source, node, span, value)
  if (!isMap(node)) return null
  const [key, ...below] = [...rest, last]
  return addPair(source, node, String(key), nested(below, value))
}

/** A value below keys that do not exist yet. */
function nested(keys: YamlPath, value: Json): Json {
  return keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value)
}

function replaceSplice(
  source: string,
  parent: YAMLMap | YAMLSeq,
  { start, end }: { start: number; end: number },
  value: Json,
): Splice {
  const old = source.slice(start, end)
  const isEmpty = old.trim() === ''
  const text = flowYaml(value)
  const isLong = !parent.flow && typeof value === 'object' && value !== null && text.length > 100
  const written = isLong ? longText(source, start, value) : text
  return { start, end, text: `${isEmpty ? ' ' : ''}${written}${old.endsWith('\n') ? '\n' : ''}` }
}

/** A long collection in place of a value, on lines of its own below its key. */
function longText(source: string, start: number, value: Json): string {
  return blockYaml(value, indentAt(source, start) + 2, 'key').replace(/^ /, '')
}

function addPair(source: string, map: YAMLMap, key: string, value: Json): Splice | null {
  // A key that is there has a value that cannot be replaced by itself, such as an alias.
  if (pairOf(map, key)) return null
  const name = flowYaml(key)
  const last = map.items.at(-1)
  const span = last ? pairSpan(last) : null
  if (map.flow) return flowItem(map, span?.end ?? null, `${name}: ${flowYaml(value)}`)
  const first = map.items[0] ? pairSpan(map.items[0]) : null
  if (!span || !first) return null
  const indent = columnAt(source, first.start)
  return newLine(source, span.end, `${' '.repeat(indent)}${name}:${blockYaml(value, indent + 2, 'key')}`)
}

/** An item added at the end of `{ … }` or `[ … ]`. */
function flowItem(node: YAMLMap | YAMLSeq, lastEnd: number | null, text: string): Splice | null {
  if (lastEnd !== null) return { start: lastEnd, end: lastEnd, text: `, ${text}` }
  const span = spanOf(node)
  const padding = isMap(node) ? ' ' : ''
  return span && { start: span.start + 1, end: span.end - 1, text: `${padding}${text}${padding}` }
}

/** A new line after the line on which something ends. */
function newLine(source: string, after: number, text: string): Splice {
  const isLineEnd = source[after - 1] === '\n'
  const at = isLineEnd ? after - 1 : lineEnd(source, after)
  return { start: at, end: at, text: `\n${text}` }
}

function insertSplice({ source, document }: Parsed, change: YamlChange & { do: 'insert' }): Splice | null {
  const reached = reach(document, change.path)
  if (!reached) return null
  const { node, rest } = reached
  if (rest.length > 0) return setSplice({ source, document }, change.path, [change.value])
  if (!isSeq(node)) return null
  const at = change.at ?? node.items.length
  const spans = node.items.map(spanOf)
  if (node.flow) return insertFlow(node, spans, at, change.value)
  const before = spans[at - 1]
  const first = spans[0]
  if (!before || !first) return null
  const indent = lineIndent(source, first.start)
  const text = `${' '.repeat(indent)}- ${blockYaml(change.value, indent + 2, 'hyphen')}`
  return newLine(source, before.end, text)
}

function insertFlow(
  node: YAMLSeq,
  spans: ReturnType<typeof spanOf>[],
  at: number,
  value: Json,
): Splice | null {
  const next = spans[at]
  if (next) return { start: next.start, end: next.start, text: `${flowYaml(value)}, ` }
  return flowItem(node, spans.at(-1)?.end ?? null, flowYaml(value))
}

function removeSplice({ source, document }: Parsed, path: YamlPath): Splice | null {
  const reached = reach(document, path.slice(0, -1))
  const last = path.at(-1)
  if (!reached || last === undefined || reached.rest.length > 0) return null
  const { node } = reached
  const spans = isMap(node) ? node.items.map(pairSpan) : node.items.map(spanOf)
  const at = isMap(node) ? node.items.findIndex((pair) => pair === pairOf(node, last)) : Number(last)
  const span = spans[at]
  if (node.flow) return removeFlow(spans, at)
  return span && spans.length > 1 ? removeLines(source, span, isSeq(node) ? '-' : '') : null
}

/** Removes whole lines; null when something else stands before what is removed. */
function removeLines(source: string, span: { start: number; end: number }, hyphen: string): Splice | null {
  const start = lineStart(source, span.start)
  if (source.slice(start, span.start).trim() !== hyphen) return null
  const end = source[span.end - 1] === '\n' ? span.end : lineEnd(source, span.end) + 1
  return { start, end, text: '' }
}

function removeFlow(spans: ({ start: number; end: number } | null)[], at: number): Splice | null {
  const [before, span, next] = [spans[at - 1], spans[at], spans[at + 1]]
  if (!span) return null
  if (next) return { start: span.start, end: next.start, text: '' }
  return { start: before?.end ?? span.start, end: span.end, text: '' }
}

function moveSplice(
  { source, document }: Parsed,
  { path, from, to }: YamlChange & { do: 'move' },
): Splice | null {
  const reached = reach(document, path)
  if (!reached || reached.rest.length > 0 || !isSeq(reached.node)) return null
  const { node } = reached
  const parts = node.flow ? node.items.map(spanOf) : itemLines(source, node)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || parts.some((part) => !part)) return null
  const texts = parts.map((part) => source.slice(part?.start, part?.end))
  const rest = texts.filter((_, index) => index !== from)
  const order = [...rest.slice(0, to), ...texts.slice(from, from + 1), ...rest.slice(to)]
  const between = parts.slice(1).map((part, index) => source.slice(parts[index]?.end, part?.start))
  const text = order.map((one, index) => one + (between[index] ?? '')).join('')
  return { start: first.start, end: last.end, text }
}

/** The lines of each item of an indented list, with the comments above it. */
function itemLines(source: string, node: YAMLSeq): ({ start: number; end: number } | null)[] {
  let start: number | null = null
  return node.items.map((item) => {
    const span = spanOf(item)
    if (!span) return null
    const from = start ?? commentStart(source, lineStart(source, span.start))
    const end = source[span.end - 1] === '\n' ? span.end - 1 : lineEnd(source, span.end)
    start = end + 1
    return { start: from, end }
  })
}

/** Where the comments begin that stand right above a line, as far in as the line itself. */
function commentStart(source: string, at: number): number {
  const margin = ' '.repeat(lineIndent(source, at))
  let start = at
  while (start > 0) {
    const above = lineStart(source, start - 1)
    if (!source.startsWith(`${margin}#`, above)) return start
    start = above
  }
  return start
}

function renameSplice({ document }: Parsed, { path, key }: YamlChange & { do: 'rename' }): Splice | null {
  const reached = reach(document, path.slice(0, -1))
  if (!reached || reached.rest.length > 0 || !isMap(reached.node)) return null
  const pair = pairOf(reached.node, path.at(-1) ?? '')
  const span = pair && isScalar(pair.key) ? spanOf(pair.key) : null
  return span && { ...span, text: flowYaml(key) }
}

const lineStart = (source: string, at: number) => source.lastIndexOf('\n', at - 1) + 1
const columnAt = (source: string, at: number) => at - lineStart(source, at)

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}

/** The indentation of the line, without hyphens of lists. */
function lineIndent(source: string, at: number): number {
  const start = lineStart(source, at)
  return /^ */.exec(source.slice(start))?.[0].length ?? 0
}

/** The column at which the pair on this line begins, after hyphens of lists. */
function indentAt(source: string, at: number): number {
  const start = lineStart(source, at)
  return /^[ -]*/.exec(source.slice(start, at))?.[0].length ?? 0
}
