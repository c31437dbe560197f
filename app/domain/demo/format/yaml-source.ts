import { LineCounter, parseDocument, type Document } from 'yaml'
import type { Problem, ProblemCode } from './problem'
import { deepPlace, strangeCharacter } from './yaml-text'
import { treeProblems } from './yaml-tree'
import { yamlMessage } from './yaml-message'

/** Most aliases in a document, and most repetitions they may cause. */
const MAX_ALIASES = 200
/** Deepest nesting of a document. */
const MAX_DEPTH = 60
const TOO_DEEP = `This nests too deeply: at most ${MAX_DEPTH} levels`

export type YamlSource =
  { document: Document; lines: LineCounter; value: unknown } | { problems: [Problem, ...Problem[]] }

/**
 * Reads YAML into plain JSON, or says why it is not. Never throws; takes linear time. `maxAliases` is how many aliases
 * it may have, and how often they may repeat something.
 */
export function readYamlSource(source: string, maxAliases = MAX_ALIASES): YamlSource {
  const lines = new LineCounter()
  const early = textProblem(source)
  if (early) return { problems: [early] }
  try {
    // Duplicate keys are searched for afterwards, since the library's check takes quadratic time.
    const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false } as const
    const document = parseDocument(source, options)
    const [first, ...rest] = documentProblems(document, lines, maxAliases)
    if (first) return { problems: [first, ...rest] }
    return { document, lines, value: plainValue(document, maxAliases) }
  } catch (error) {
    if (error instanceof ReferenceError) return { problems: [wholly('yaml-alias', tooMany(maxAliases))] }
    if (error instanceof RangeError) return { problems: [wholly('yaml-syntax', rangeMessage(error))] }
    throw error
  }
}

/** Our error, or a stack overflow of the engine. */
const rangeMessage = ({ message }: RangeError) => (message === TOO_LARGE ? TOO_LARGE : TOO_DEEP)

const tooMany = (most: number) => `Aliases repeat too much: at most ${most} times. Write the values out`

function textProblem(source: string): Problem | null {
  const strange = strangeCharacter(source)
  if (strange) return atOffset(source, strange.offset, strange.message)
  const deep = deepPlace(source, 2 * MAX_DEPTH)
  return deep === null ? null : atOffset(source, deep, TOO_DEEP)
}

function atOffset(source: string, offset: number, message: string): Problem {
  const before = source.slice(0, offset).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return { code: 'yaml-syntax', at: '', message, severity: 'error', line: before.length, column }
}

function wholly(code: ProblemCode, message: string): Problem {
  return { code, at: '', message, severity: 'error', line: 1, column: 1 }
}

/** The first syntax error, because others only follow from it; else everything that a document may not contain. */
function documentProblems(document: Document.Parsed, lines: LineCounter, maxAliases: number): Problem[] {
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const [broken] = document.errors
  if (broken) {
    const message = yamlMessage(broken.code, broken.message)
    return [{ code: 'yaml-syntax', at: '', message, severity: 'error', ...place(broken.pos[0]) }]
  }
  if (document.directives.yaml.version !== '1.2')
    return [wholly('yaml-syntax', 'YAML 1.1 reads yes, no and on as true and false: drop the line %YAML 1.1')]
  const inTree = treeProblems(document, { depth: MAX_DEPTH, aliases: maxAliases })
  return inTree.map(({ code, at, message, offset }) => ({
    code,
    at: at.join('.'),
    message,
    severity: 'error',
    ...place(offset),
  }))
}

/** @throws ReferenceError when aliases repeat too much, RangeError when they nest too deeply */
/** Most values in a document, counting those that aliases repeat each time. */
const MAX_VALUES = 200_000
const TOO_LARGE = `There are more than ${MAX_VALUES} values: make lists shorter, repeat less by aliases`

function plainValue(document: Document, maxAliases: number): unknown {
  const value: unknown = document.toJS({ maxAliasCount: maxAliases + 1 })
  measure(value, 0, { left: MAX_VALUES })
  return value
}

/** @throws RangeError when a value nests too deeply or has too many parts */
function measure(value: unknown, depth: number, budget: { left: number }): void {
  if (--budget.left < 0) throw new RangeError(TOO_LARGE)
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new RangeError(TOO_DEEP)
  for (const item of Object.values(value)) measure(item, depth + 1, budget)
}
