import { mdxProblem, type MdxProblem } from './problem'

const MAX_CHARACTERS = 40_000
const MAX_LINES = 1_500
const MAX_BRACES = 500
const MAX_BRACKETS = 2_000
const MAX_EMPHASIS_MARKS = 3_000
const MAX_AT_SIGNS = 300
const MAX_NESTING = 32

const NESTED_MARKERS = new RegExp(
  `^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${MAX_NESTING + 1}}`,
)

/**
 * Refuses text whose size would keep the Markdown parser busy for seconds: its cost grows with the square of nested
 * quotes, braces and emphasis marks. The limits are far above what a person writes.
 */
export function sizeProblems(source: string): MdxProblem[] {
  const complaint = sizeComplaint(source)
  if (complaint) return [mdxProblem('too-large', complaint)]
  const line = source.split('\n').findIndex((text) => NESTED_MARKERS.test(text))
  if (line === -1) return []
  const message = `quotes and lists may be nested at most ${MAX_NESTING} levels deep`
  return [mdxProblem('too-deep', message, { line: line + 1 })]
}

function sizeComplaint(source: string): string | null {
  if (source.length > MAX_CHARACTERS) return `a text may have at most ${MAX_CHARACTERS} characters`
  if (count(source, /\n/g) > MAX_LINES) return `a text may have at most ${MAX_LINES} lines`
  if (count(source, /\{/g) > MAX_BRACES) return `a text may have at most ${MAX_BRACES} braces`
  if (count(source, /\[/g) > MAX_BRACKETS) return `a text may have at most ${MAX_BRACKETS} square brackets`
  if (count(source, /[*_~]/g) > MAX_EMPHASIS_MARKS)
    return `a text may have at most ${MAX_EMPHASIS_MARKS} of *, _ and ~`
  if (count(source, /@/g) > MAX_AT_SIGNS) return `a text may have at most ${MAX_AT_SIGNS} of @`
  return null
}

function count(source: string, pattern: RegExp): number {
  return source.match(pattern)?.length ?? 0
}
