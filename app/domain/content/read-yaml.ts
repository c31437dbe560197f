import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'

/** One thing wrong with a YAML file. `at` is the path inside it; `line` and `column` count from 1. */
export type YamlProblem = {
  code: 'too-large' | 'yaml-syntax' | 'yaml-alias' | 'invalid-shape'
  at: string
  message: string
  line: number
  column: number
}

export type ReadYaml<T> = { ok: true; value: T } | { ok: false; problems: YamlProblem[] }

const MAX_CHARACTERS = 200_000

/** Reads one YAML file by its schema. Anchors, tags and repeated keys are refused; every problem names its place. */
export function readYaml<T>(schema: z.ZodType<T>, source: string): ReadYaml<T> {
  if (source.length > MAX_CHARACTERS) {
    const message = `the file may have at most ${MAX_CHARACTERS} characters`
    return { ok: false, problems: [{ code: 'too-large', at: '', message, line: 1, column: 1 }] }
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(source, {
    lineCounter,
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
  })
  const complaints = [...document.errors, ...document.warnings]
  if (complaints.length > 0) {
    return { ok: false, problems: complaints.map((error) => syntaxProblem(error, lineCounter)) }
  }
  return parseBySchema(schema, document, lineCounter)
}

function syntaxProblem(error: { message: string; pos: [number, number] }, lines: LineCounter): YamlProblem {
  return { code: 'yaml-syntax', at: '', message: error.message, ...placeAt(error.pos[0], lines) }
}

function parseBySchema<T>(schema: z.ZodType<T>, document: Document, lines: LineCounter): ReadYaml<T> {
  const raw = toPlain(document)
  if (!raw.ok) {
    const message = 'anchors and aliases (&, *) are not allowed: write the value out'
    return { ok: false, problems: [{ code: 'yaml-alias', at: '', message, line: 1, column: 1 }] }
  }
  const parsed = schema.safeParse(raw.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues.map((issue): YamlProblem => {
    const place = placeOf(document, issue.path, lines)
    return { code: 'invalid-shape', at: issue.path.join('.'), message: issue.message, ...place }
  })
  return { ok: false, problems }
}

function toPlain(document: Document): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) }
  } catch {
    return { ok: false }
  }
}

/** The place of the nearest node that exists on the path: a missing key is reported where its parent begins. */
function placeOf(document: Document, path: readonly PropertyKey[], lines: LineCounter) {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return placeAt(node.range[0], lines)
  }
  return { line: 1, column: 1 }
}

function placeAt(offset: number, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
