import { LineCounter, parseDocument, visit, type Document } from 'yaml'

import { isStorableText } from '~/domain/json'
import { silentChange } from '~/domain/demo/format/yaml-scalars'
import { deepPlace } from '~/domain/demo/format/yaml-text'
import { mdxProblem, type MdxProblem } from './problem'

/** Values of front matter: plain JSON, a few levels deep. */
export type FrontMatter = Record<string, unknown>

/** `bodyLine` is the number of lines before the body. */
export type FrontMatterResult =
  | { ok: true; frontMatter: FrontMatter; body: string; bodyLine: number }
  | { ok: false; problems: MdxProblem[] }

const MAX_CHARACTERS = 8_000
const MAX_DEPTH = 6
const TOO_DEEP = `front matter may be at most ${MAX_DEPTH} levels deep`
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']

/**
 * Splits YAML front matter from the body. Only a bare `---` opens it: a language tag (`---js`, `---json`) is refused,
 * because other tools would run or read it differently. Aliases, tags and repeated keys are refused. `source` has its
 * line ends already normalised to `\n`.
 */
export function splitFrontMatter(source: string): FrontMatterResult {
  const lines = source.split('\n')
  const first = lines[0] ?? ''
  if (!/^---(?!-)/.test(first)) return withoutFrontMatter(source)
  if (first.trimEnd() !== '---') {
    return refuse('front-matter-language', 'front matter must be YAML and begin with a bare “---”', 1, 4)
  }
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (close === -1) return refuse('front-matter-unclosed', 'front matter needs a closing “---” line', 1, 1)
  const bodyLines = lines.slice(close + 1)
  const again = opensFrontMatter(bodyLines)
  if (again !== -1) return refuseSecond(close + 2 + again)
  const parsed = parseYaml(lines.slice(1, close).join('\n'))
  if (!parsed.ok) return parsed
  return { ok: true, frontMatter: parsed.value, body: bodyLines.join('\n'), bodyLine: close + 1 }
}

function withoutFrontMatter(source: string): FrontMatterResult {
  const again = opensFrontMatter(source.split('\n'))
  if (again !== -1) return refuseSecond(again + 1)
  return { ok: true, frontMatter: {}, body: source, bodyLine: 0 }
}

/** The index of the first non-blank line if another front-matter reader could take it for an opening, else -1. */
function opensFrontMatter(lines: string[]): number {
  const index = lines.findIndex((line) => line.trim() !== '')
  return /^\s*---(?!-)/.test(lines[index] ?? '') ? index : -1
}

function refuseSecond(line: number): FrontMatterResult {
  return refuse('front-matter-again', 'the text must not begin with “---”; write “***” for a line', line, 1)
}

function refuse(code: MdxProblem['code'], message: string, line: number, column: number) {
  return { ok: false as const, problems: [mdxProblem(code, message, { line, column })] }
}

type YamlResult = { ok: true; value: FrontMatter } | { ok: false; problems: MdxProblem[] }

function parseYaml(text: string): YamlResult {
  if (text.length > MAX_CHARACTERS) {
    return refuse('too-large', `front matter may have at most ${MAX_CHARACTERS} characters`, 2, 1)
  }
  if (deepPlace(text, 4 * MAX_DEPTH) !== null) return refuse('front-matter-shape', TOO_DEEP, 2, 1)
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, schema: 'core', uniqueKeys: true, prettyErrors: false })
  const complaints = [...document.errors, ...document.warnings]
  if (complaints.length > 0)
    return { ok: false, problems: complaints.map((error) => atYaml(error, lineCounter)) }
  const changes = silentChanges(document, lineCounter)
  if (changes.length > 0) return { ok: false, problems: changes }
  return toPlainObject(() => document.toJS({ maxAliasCount: 0 }))
}

/** Values that YAML would read differently from how they are written. */
function silentChanges(document: Document, lineCounter: LineCounter): MdxProblem[] {
  const problems: MdxProblem[] = []
  visit(document, {
    Scalar: (_key, node) => {
      const message = silentChange(node)
      if (message === null) return
      const { line, col } = lineCounter.linePos(node.range?.[0] ?? 0)
      problems.push(mdxProblem('front-matter-shape', message, { line: line + 1, column: col }))
    },
  })
  return problems
}

function atYaml(error: { message: string; pos: [number, number] }, lineCounter: LineCounter): MdxProblem {
  const { line, col } = lineCounter.linePos(error.pos[0])
  return mdxProblem('front-matter-syntax', error.message, { line: line + 1, column: col })
}

function toPlainObject(read: () => unknown): YamlResult {
  const value = readOrNull(read)
  if (value === undefined)
    return refuse('front-matter-shape', 'front matter must not use anchors and aliases', 2, 1)
  if (value === null) return { ok: true, value: {} }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return refuse('front-matter-shape', 'front matter must be a list of “key: value” lines', 2, 1)
  }
  const complaint = shapeComplaint(value, 0)
  if (complaint) return refuse('front-matter-shape', complaint, 2, 1)
  return { ok: true, value: value as FrontMatter }
}

/** The value of the YAML; null when it is empty, undefined when an alias makes it unreadable. */
function readOrNull(read: () => unknown): unknown {
  try {
    return read() ?? null
  } catch {
    return undefined
  }
}

function shapeComplaint(value: unknown, depth: number): string | null {
  if (typeof value === 'string' && !isStorableText(value))
    return 'front matter holds a character that cannot be kept (NUL or half of a surrogate pair)'
  if (typeof value !== 'object' || value === null) return null
  if (depth >= MAX_DEPTH) return TOO_DEEP
  for (const [key, child] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.includes(key)) return `“${key}” is not allowed as a key`
    const complaint = shapeComplaint(child, depth + 1)
    if (complaint) return complaint
  }
  return null
}
