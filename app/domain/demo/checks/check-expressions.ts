import type { ParseResult } from '@marcbachmann/cel-js'
import { childrenOf, literalText, treeNodes, variableName, type Tree } from '../expression/cel-tree'
import { eventFields } from './event-shapes'
import { asExpressionError, makeEnvironment, parseIn } from '../expression/expression'
import { isExpressionError } from '../expression/expression-error'
import { FUNCTION_NAMES } from '../expression/expression-functions'
import type { ExpressionUse } from '../format/expression-use'
import { expressionMessage, quotedExpression } from '../expression/expression-message'
import { quotedText } from '../format/yaml-scalars'
import { expressionsIn } from '../format/expressions-in'
import { error, type FoundProblem } from './found-problem'
import type { ProblemCode } from '../format/problem'
import type { Demo } from '../format/schema'
import { wouldBeRight } from '~/domain/suggest'
import { CAN_TYPE, canType, eventType, typedEnvironment, type TypedEnvironment } from './typed-environment'
import { worldShape } from './world-shape'

/** Longest value that a hint writes out. */
const MAX_HINT = 300

type Environment = TypedEnvironment['env']
type Checker = { demo: Demo; typed: TypedEnvironment; environments: Map<string, Environment> }

/** Expressions that do not parse, name something unknown, or have a type that does not fit their place. */
export function checkExpressions(demo: Demo): FoundProblem[] {
  const typed = typedEnvironment(worldShape(demo), eventFields(demo), Object.keys(demo.entitlements ?? {}))
  const checker: Checker = { demo, typed, environments: new Map() }
  return expressionsIn(demo).flatMap((one) => checkUse(one, checker))
}

function found(
  code: ProblemCode,
  { at, source }: ExpressionUse,
  message: string,
  offset: number | null,
): FoundProblem {
  return {
    ...error(code, at, `${message} (in ${quotedExpression(source)})`),
    ...(offset === null ? {} : { offset }),
  }
}

const CODES = {
  syntax: 'expression-syntax',
  type: 'expression-type',
  failed: 'expression-type',
  'too-large': 'expression-too-large',
} as const

function checkUse(one: ExpressionUse, checker: Checker): FoundProblem[] {
  const rowType = typeOfRow(one, checker)
  const env = environmentFor(one, rowType, checker)
  let parsed: ParseResult
  try {
    parsed = parseIn(env, one.source)
  } catch (cause) {
    const wrong = asExpressionError(cause, 'syntax')
    return [found(CODES[wrong.reason], one, wrong.message, wrong.start)]
  }
  const spoken = [...checkNames(parsed.ast, one, checker.demo), ...checkIds(parsed.ast, one)]
  const { valid, type, error: cause } = parsed.check()
  return [...spoken, ...(valid ? checkResult(type ?? 'dyn', one) : checkCause(cause, one, rowType, checker))]
}

/** The type of `row`: that of the items of a list, or of the one object; `dyn` when it is unknown. */
function typeOfRow(one: ExpressionUse, checker: Checker): string | null {
  if (one.row === null) return null
  const source = 'each' in one.row ? one.row.each : one.row.one
  try {
    const type = parseIn(environmentFor({ ...one, row: null }, null, checker), source).check().type ?? 'dyn'
    if ('one' in one.row) return checker.typed.keys.has(type) ? type : 'dyn'
    return /^list<([A-Za-z_0-9]+)>$/.exec(type)?.[1] ?? 'dyn'
  } catch (cause) {
    if (isExpressionError(cause)) return 'dyn'
    throw cause
  }
}

function environmentFor({ events }: ExpressionUse, rowType: string | null, { typed, environments }: Checker) {
  const event = events?.[0]
  const key = `${event ?? ''} ${rowType ?? ''}`
  const known = environments.get(key)
  if (known) return known
  const env = typed.env.clone()
  if (event !== undefined)
    env.registerVariable('event', typed.keys.has(eventType(event)) ? eventType(event) : 'dyn')
  if (rowType !== null) env.registerVariable('row', rowType)
  environments.set(key, env)
  return env
}

/** Plans and roles that an expression compares with must exist. */
function checkNames(tree: Tree, one: ExpressionUse, demo: Demo): FoundProblem[] {
  const known: Record<string, string[]> = { plan: demo.plans, role: Object.keys(demo.roles) }
  return treeNodes(tree).flatMap((node) => {
    // A map can be indexed by a plan as well: {'free': 1, 'premium': 3}[plan].
    if (!['==', '!=', 'in', '[]'].includes(node.op)) return []
    const sides = childrenOf(node.args)
    const name = sides.map(variableName).find((side) => side === 'plan' || side === 'role')
    if (name === undefined || name === null) return []
    return sides.flatMap(literals).flatMap(({ text, start }) => {
      if (known[name]?.includes(text)) return []
      const code = name === 'plan' ? 'unknown-plan' : 'unknown-role'
      return [
        found(code, one, `There is no ${name} ${text}: ${wouldBeRight(text, known[name] ?? [])}`, start),
      ]
    })
  })
}

/** The texts that a value can be, or that a list or a map contains for `in`. */
function literals(node: Tree): { text: string; start: number }[] {
  const text = literalText(node)
  if (text !== null) return [{ text, start: node.start }]
  return possibleValues(node).flatMap(literals)
}

function possibleValues({ op, args }: Tree): Tree[] {
  if (op === 'list') return childrenOf(args)
  if (op === '?:') return childrenOf(args).slice(1)
  if (!Array.isArray(args)) return []
  // Both branches of a conditional are wrapped in dyn(…).
  if (op === 'call') return args[0] === 'dyn' ? childrenOf(args) : []
  return op === 'map' ? args.flatMap((entry) => childrenOf(entry).slice(0, 1)) : []
}

function checkIds(tree: Tree, one: ExpressionUse): FoundProblem[] {
  const start = one.changes ? null : callOf(tree, ['newId'])
  return start === null ? [] : [found('expression-type', one, 'newId() works only in do and entry', start)]
}

/** Where the first call of one of these functions begins; null when there is none. */
function callOf(tree: Tree, names: string[]): number | null {
  const call = treeNodes(tree).find(
    (node) => node.op === 'call' && Array.isArray(node.args) && names.includes(String(node.args[0])),
  )
  return call?.start ?? null
}

function checkResult(type: string, one: ExpressionUse): FoundProblem[] {
  const isUnknown = type.startsWith('dyn')
  if (one.expects === 'bool' && type !== 'bool' && !isUnknown)
    return [found('expression-type', one, `A condition must be true or false, this gives ${type}`, null)]
  if (one.expects === 'list' && !type.startsWith('list') && !isUnknown)
    return [found('expression-type', one, `Rows must be a list, this gives ${type}`, null)]
  return []
}

type Cause = { code?: string; summary?: string; range?: { start: number }; node?: unknown }

function checkCause(
  cause: unknown,
  one: ExpressionUse,
  rowType: string | null,
  checker: Checker,
): FoundProblem[] {
  const { code, summary = 'This cannot be read', range, node } = cause as Cause
  const offset = range?.start ?? null
  if (code === 'no_such_key') return [found(...missingKey(node, one, checker.typed), offset)]
  if (code === 'unknown_variable')
    return [found('expression-type', one, unknownName(node, one, offset), offset)]
  // The typed environment knows keys only, so a mismatch counts when the untyped one reports it too.
  const plain = parseIn(plainEnvironment(one, rowType, checker.demo), one.source).check()
  if (plain.valid) return []
  return [found('expression-type', one, unknownFunction(node) ?? expressionMessage(summary), offset)]
}

function plainEnvironment({ events }: ExpressionUse, rowType: string | null, demo: Demo): Environment {
  const env = makeEnvironment().registerVariable('world', 'map')
  env.registerVariable('plan', 'string').registerVariable('role', 'string')
  env.registerType(canType(Object.keys(demo.entitlements ?? {}))).registerVariable('can', CAN_TYPE)
  if (events !== null) env.registerVariable('event', 'map')
  if (rowType !== null) env.registerVariable('row', 'dyn')
  return env
}

function missingKey(
  node: unknown,
  one: ExpressionUse,
  typed: TypedEnvironment,
): [ProblemCode, ExpressionUse, string] {
  const { args } = node as {
    args: [{ checkedType?: { name?: string }; start: number; end: number; input: string }, unknown]
  }
  const [left, written] = args
  const key = literalText(written) ?? String(written)
  const type = left.checkedType?.name ?? ''
  const owner = left.input.slice(left.start, left.end)
  const right = wouldBeRight(key, typed.keys.get(type) ?? [])
  if (type === CAN_TYPE) return ['unknown-entitlement', one, `There is no entitlement ${key}: ${right}`]
  return ['unknown-world-path', one, `${owner} has no ${key}: ${right}`]
}

function unknownName(node: unknown, one: ExpressionUse, offset: number | null): string {
  const name = variableName(node) ?? 'This name'
  if (name === 'event') return 'There is no event here: use it in on, in its if or do'
  if (name === 'row') return 'There is no row here: it is known in columns, cards, patch and remove'
  const names = [
    'world',
    'plan',
    'can',
    'role',
    ...(one.events ? ['event'] : []),
    ...(one.row ? ['row'] : []),
  ]
  return `${name} is not known here: ${wouldBeRight(name, names)}${textHint(one.source, offset ?? 0)}`
}

/** A name starting at an offset, including dashes, which a text may contain and a name may not. */
const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/uy

/**
 * A suggestion with the text in quotes, valid however the value is quoted in YAML. Empty where the name is used as an
 * object, since then no text was meant.
 */
function textHint(source: string, offset: number): string {
  WORD.lastIndex = offset
  const word = WORD.exec(source)?.[0] ?? ''
  const rest = source.slice(offset + word.length)
  if (word === '' || /^\s*[.[(]/.test(rest)) return ''
  const meant = `${source.slice(0, offset)}'${word}'${rest}`.trim()
  const hint = meant.length > MAX_HINT ? `'${word}'` : quotedText(meant)
  return `. A text stands in quotes: ${hint}`
}

function unknownFunction(node: unknown): string | null {
  const { op, args } = node as { op?: string; args?: unknown[] }
  const name = args?.[0]
  if ((op !== 'call' && op !== 'rcall') || typeof name !== 'string' || FUNCTION_NAMES.includes(name))
    return null
  return `There is no function ${name}: ${wouldBeRight(name, FUNCTION_NAMES)}`
}
