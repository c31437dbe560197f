import { checkDemo, type CheckContext } from './check-demo'
import { isJsonObject } from '~/domain/json'
import { hasErrors, type Problem } from '../format/problem'
import { demoSchema, type Demo } from '../format/schema'
import { forbiddenKeys, shapeProblems, type ShapeProblem } from '../format/shape-problems'
import { makePlaces, type Places } from '../format/source-places'
import { lostTexts } from '../format/yaml-scalars'
import { readYamlSource } from '../format/yaml-source'

/** Largest source, in characters. */
const MAX_SOURCE = 1_000_000
/** Most errors, and most warnings, that are told at once. */
const MAX_TOLD = 200

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
    const message = `${name} has ${source.length} characters: at most ${MAX_SOURCE} are read. Keep pictures and long texts beside it`
    return {
      problems: [{ code: 'source-too-large', at: '', message, severity: 'error', line: 1, column: 1 }],
    }
  }
  const read = readYamlSource(withLineFeeds(source))
  if ('problems' in read) return { problems: theFirst(read.problems) }
  const { document, lines, value } = read
  if (!isJsonObject(value)) return { problems: [noMap(name, value)] }
  const parsed = readDemo(value, makePlaces(document, lines), options)
  const lost = parsed.demo ? lostTexts(document, lines) : []
  return lost.length > 0 ? { problems: theFirst([...lost, ...parsed.problems]) } : parsed
}

/** Lone carriage returns as line feeds, which YAML understands; every place stays where it is. */
function withLineFeeds(source: string): string {
  return source.replace(/\r(?!\n)/g, '\n')
}

function noMap(name: string, value: unknown): Problem {
  const what = value === null ? 'empty' : Array.isArray(value) ? 'a list' : 'a single value'
  const message = `${name} is ${what}: begin with format: foyer/1`
  return { code: 'invalid-shape', at: '', message, severity: 'error', line: 1, column: 1 }
}

function readDemo(value: unknown, places: Places, context: CheckContext): ParsedDemo {
  const forbidden = forbiddenKeys(value)
  const parsed = demoSchema.safeParse(value)
  const shape = [...forbidden, ...(parsed.success ? [] : shapeProblems(parsed.error.issues, value))]
  if (shape.length > 0 || !parsed.success)
    return {
      problems: onePerPlace(shape)
        .slice(0, MAX_TOLD)
        .map((one) => placed(one, places)),
    }
  const found = theFirst(checkDemo(parsed.data, context))
  const problems = found.map((problem) => locate(problem, places))
  return hasErrors(problems) ? { problems } : { demo: parsed.data, problems }
}

/** What is wrong with a place, once: the first to say so says it best. */
function onePerPlace(problems: readonly ShapeProblem[]): ShapeProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => {
    const place = path.join('\n')
    return !seen.has(place) && seen.add(place)
  })
}

function theFirst<One extends Problem>(problems: readonly One[]): One[] {
  if (problems.length <= MAX_TOLD) return [...problems]
  const warns = (one: One) => one.severity === 'warning'
  const errors = problems.filter((one) => !warns(one)).slice(0, MAX_TOLD)
  return [...errors, ...problems.filter(warns).slice(0, MAX_TOLD)]
}

function placed({ code, path, message, key }: ShapeProblem, places: Places): Problem {
  const where = key ? places.key(path) : places.value(path)
  return { code, at: path.join('.'), message, severity: 'error', ...where }
}

/** Adds the line. `offset` is where, inside an expression, it goes wrong. */
function locate({ offset, ...problem }: Problem & { offset?: number }, places: Places): Problem {
  return { ...problem, ...places.value(problem.at.split('.'), offset) }
}
