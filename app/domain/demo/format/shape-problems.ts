import type { z } from 'zod'
import { isForbiddenKey, isJsonObject } from '~/domain/json'
import type { ProblemCode } from './problem'

type Issue = z.core.$ZodIssue
type Path = PropertyKey[]

/** A violation of the schema before its line is known. `key` says that the name is wrong, not its value. */
export type ShapeProblem = { code: ProblemCode; path: string[]; message: string; key: boolean }

const pathOf = (path: Path) => path.map(String)

/** Every issue of a failed parse as a problem. `input` is what was parsed. */
export function shapeProblems(issues: readonly Issue[], input: unknown): ShapeProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, issue.path, input))
}

function problemsOf(issue: Issue, path: Path, input: unknown): ShapeProblem[] {
  const at = pathOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue, at)
    case 'invalid_union':
      return unionProblems(issue, path, input)
    case 'invalid_key': {
      const message = issue.issues[0]?.message ?? issue.message
      return [{ code: 'invalid-shape', path: at, message: `${at.at(-1) ?? ''}: ${message}`, key: true }]
    }
    case 'invalid_type':
      return [{ code: 'invalid-shape', path: at, message: typeMessage(issue, at, input), key: false }]
    case 'invalid_value':
      return [{ code: 'invalid-shape', path: at, message: valueMessage(issue, at, input), key: false }]
    case 'too_big':
    case 'too_small':
      return [{ code: 'invalid-shape', path: at, message: sizeMessage(issue, at), key: false }]
    default:
      return [{ code: 'invalid-shape', path: at, message: issue.message, key: false }]
  }
}

const COUNTED: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}

/** The message of our schema, or our message for a bound. */
function sizeMessage(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>, at: string[]): string {
  if (!issue.message.startsWith('Too ')) return issue.message
  const [bound, words] =
    issue.code === 'too_big'
      ? [issue.maximum, issue.inclusive === false ? 'less than' : 'at most']
      : [issue.minimum, issue.inclusive === false ? 'more than' : 'at least']
  const counted = COUNTED[issue.origin]?.[Number(bound) === 1 ? 0 : 1]
  return `${at.at(-1) ?? 'This'}: write ${counted ? '' : 'a number, '}${words} ${bound}${counted ? ` ${counted}` : ''}`
}

function unknownKeys(issue: Extract<Issue, { code: 'unrecognized_keys' }>, at: string[]): ShapeProblem[] {
  const messages = issue.message.split('\n')
  return issue.keys.flatMap((key, index) => {
    const message = messages[index]
    return message === undefined ? [] : [{ code: 'unknown-key', path: [...at, key], message, key: true }]
  })
}

/** Of the alternatives of a union, the one the author seems to have meant: where parsing got furthest. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  input: unknown,
): ShapeProblem[] {
  const meant = issue.errors
    .filter((branch) => !branch.some((one) => one.code === 'invalid_type' && one.path.length === 0))
    .sort((a, b) => badness(a) - badness(b))[0]
  if (!meant) {
    const value = valueAt(input, pathOf(path))
    const kinds = [...new Set(issue.errors.flatMap((branch) => branch.flatMap(expectedKind)))]
    const right = kinds.join(' or ') || 'something else'
    const message = `${missingOr(value, pathOf(path))}: write ${right}${quoteHint(value, right)}`
    return [{ code: 'invalid-shape', path: pathOf(path), message, key: false }]
  }
  return meant.flatMap((one) => problemsOf(one, [...path, ...one.path], input))
}

/** Unknown or missing keys weigh more than wrong values: they indicate that another alternative was meant. */
function badness(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length
    return sum + (issue.path.length <= 1 && issue.code === 'invalid_type' ? 2 : 1)
  }, 0)
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'null',
}

function expectedKind(issue: Issue): string[] {
  return issue.code === 'invalid_type' ? [KINDS[issue.expected] ?? issue.expected] : []
}

function missingOr(value: unknown, at: readonly string[]): string {
  if (value === undefined) return `${at.at(-1) ?? 'The document'} is missing`
  if (value === null) return 'This is empty'
  const kind = Array.isArray(value) ? 'array' : typeof value
  return `This is ${KINDS[kind] ?? kind}`
}

function typeMessage(issue: Extract<Issue, { code: 'invalid_type' }>, at: string[], input: unknown): string {
  const expected = KINDS[issue.expected] ?? issue.expected
  const value = valueAt(input, at)
  const right = issue.message.startsWith('Invalid')
    ? `write ${expected}${quoteHint(value, expected)}`
    : issue.message
  return `${missingOr(value, at)}: ${right}`
}

/** YAML reads a text that begins with # as a comment, so the value is empty. */
function quoteHint(value: unknown, expected: string): string {
  if (value !== null || !/a text/.test(expected)) return ''
  return '. What begins with # is a comment: put it in quotes'
}

function valueMessage(
  issue: Extract<Issue, { code: 'invalid_value' }>,
  at: string[],
  input: unknown,
): string {
  const value = valueAt(input, at)
  const known = issue.values.map(String).join(', ')
  if (value === undefined) return `${at.at(-1) ?? ''} is missing: write ${known}`
  return `${JSON.stringify(value)} is not known here: write ${issue.values.length > 1 ? 'one of ' : ''}${known}`
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  let value = input
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = (value as Record<string, unknown>)[segment]
  }
  return value
}

/** Keys that reach into a prototype, anywhere in the document. They are refused before any other check. */
export function forbiddenKeys(value: unknown, path: string[] = []): ShapeProblem[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => forbiddenKeys(item, [...path, String(index)]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, key]
    const message = `${key} is reserved: choose another name`
    const here: ShapeProblem[] = isForbiddenKey(key)
      ? [{ code: 'invalid-shape', path: at, message, key: true }]
      : []
    return [...here, ...forbiddenKeys(item, at)]
  })
}
