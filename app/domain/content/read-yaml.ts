import { isNode, type Document, type LineCounter } from 'yaml'
import type { z } from 'zod'
import type { Problem, ProblemCode } from '~/domain/demo/format/problem'
import { lostTexts } from '~/domain/demo/format/yaml-scalars'
import { readYamlSource } from '~/domain/demo/format/yaml-source'

/** One thing wrong with a YAML file. `at` is the path inside it; `line` and `column` count from 1. */
type YamlProblem = {
  code: 'too-large' | 'yaml-syntax' | 'yaml-alias' | 'yaml-silent-change' | 'invalid-shape'
  at: string
  message: string
  line: number
  column: number
}

export type ReadYaml<T> = { ok: true; value: T } | { ok: false; problems: YamlProblem[] }

const MAX_CHARACTERS = 200_000
/** Most problems that are told at once. */
const MAX_TOLD = 200

/** Reads one YAML file by its schema. Anchors, tags and repeated keys are refused; every problem names its place. */
export function readYaml<T>(schema: z.ZodType<T>, source: string): ReadYaml<T> {
  if (source.length > MAX_CHARACTERS) {
    const message = `the file may have at most ${MAX_CHARACTERS} characters`
    return { ok: false, problems: [{ code: 'too-large', at: '', message, line: 1, column: 1 }] }
  }
  const read = readYamlSource(source, 0)
  if ('problems' in read) return { ok: false, problems: read.problems.map(yamlProblem) }
  const parsed = schema.safeParse(read.value)
  if (parsed.success) {
    const lost = lostTexts(read.document, read.lines).slice(0, MAX_TOLD)
    return lost.length === 0
      ? { ok: true, value: parsed.data }
      : { ok: false, problems: lost.map(yamlProblem) }
  }
  const problems = parsed.error.issues.slice(0, MAX_TOLD).map((issue): YamlProblem => {
    const place = placeOf(read.document, issue.path, read.lines)
    return { code: 'invalid-shape', at: issue.path.join('.'), message: issue.message, ...place }
  })
  return { ok: false, problems }
}

const CODES: Partial<Record<ProblemCode, YamlProblem['code']>> = {
  'yaml-alias': 'yaml-alias',
  'yaml-silent-change': 'yaml-silent-change',
  'invalid-shape': 'invalid-shape',
}

function yamlProblem({ code, at, message, line = 1, column = 1 }: Problem): YamlProblem {
  return { code: CODES[code] ?? 'yaml-syntax', at, message, line, column }
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
