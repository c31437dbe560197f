import { LineCounter, parseDocument, type Document } from 'yaml'
import { checkDemo, type CheckContext } from './check'
import { hasErrors, type Problem } from './problem'
import { demoSchema, type Demo } from './schema'
import { forbiddenKeys, shapeProblems, tooDeep, type ShapeProblem } from './shape-problems'
import { makePlaces, type Places } from './source-places'

/** Largest source, in characters. */
export const MAX_SOURCE = 1_000_000
/** Most times that aliases of YAML may repeat something. */
const MAX_ALIASES = 200

export type SourceOptions = CheckContext & {
  /** Named in messages about the document itself. */
  file?: string
}

export type ParsedDemo = {
  /** There only when no problem is an error. */
  demo?: Demo
  problems: Problem[]
}

/** Reads a demo from YAML: syntax, shape, references, expressions. Never throws; every problem has its line where there is one. */
export function parseDemoSource(source: string, options: SourceOptions = {}): ParsedDemo {
  const name = options.file ?? 'The document'
  if (source.length > MAX_SOURCE) {
    const message = `${name} has ${source.length} characters: at most ${MAX_SOURCE} are read`
    return {
      problems: [{ code: 'source-too-large', at: '', message, severity: 'error', line: 1, column: 1 }],
    }
  }
  const lines = new LineCounter()
  const read = readYaml(source, lines)
  if ('problems' in read) return read
  if (tooDeep(read.value)) return { problems: [tooDeeplyNested()] }
  const places = makePlaces(read.document, lines)
  const forbidden = forbiddenKeys(read.value)
  const parsed = demoSchema.safeParse(read.value)
  const shape = [...forbidden, ...(parsed.success ? [] : shapeProblems(parsed.error.issues, read.value))]
  if (shape.length > 0 || !parsed.success) return { problems: shape.map((one) => placed(one, places)) }
  const problems = checkDemo(parsed.data, options).map((problem) => locate(problem, places))
  return hasErrors(problems) ? { problems } : { demo: parsed.data, problems }
}

type Read = { document: Document; value: unknown } | { problems: Problem[] }

function readYaml(source: string, lines: LineCounter): Read {
  try {
    const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
    if (document.errors.length > 0) return { problems: syntaxProblems(document.errors, lines) }
    return { document, value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch (error) {
    const message = `Aliases repeat too much: at most ${MAX_ALIASES} times`
    const aliases: Problem = { code: 'yaml-alias', at: '', message, severity: 'error', line: 1, column: 1 }
    return { problems: [error instanceof ReferenceError ? aliases : tooDeeplyNested()] }
  }
}

function tooDeeplyNested(): Problem {
  const message = 'The document nests too deeply'
  return { code: 'yaml-syntax', at: '', message, severity: 'error', line: 1, column: 1 }
}

type SyntaxError = { code: string; message: string; pos: [number, number] }

/** The first error, and every key that is there twice: other errors only follow from the first. */
function syntaxProblems(errors: readonly SyntaxError[], lines: LineCounter): Problem[] {
  const telling = errors.filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY')
  return telling.map((error) => syntaxProblem(error, lines))
}

function syntaxProblem(error: SyntaxError, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(error.pos[0])
  const code = error.code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml-syntax'
  const message = code === 'yaml-duplicate-key' ? 'This key is there twice: keep one' : error.message
  return { code, at: '', message, severity: 'error', line, column: col }
}

function placed({ code, path, message, key }: ShapeProblem, places: Places): Problem {
  const where = key ? places.key(path) : places.value(path)
  return { code, at: path.join('.'), message, severity: 'error', ...where }
}

/** Adds the line. `offset` is where, inside an expression, it goes wrong. */
function locate({ offset, ...problem }: Problem & { offset?: number }, places: Places): Problem {
  return { ...problem, ...places.value(problem.at.split('.'), offset) }
}
