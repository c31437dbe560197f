import { Environment, type ParseResult } from '@marcbachmann/cel-js'
import { childrenOf, type Tree } from './cel-tree'
import { DIVISOR, registerFunctions, type Ambient } from './expression-functions'
import { readsOf, type Reads } from './expression-reads'
import { EXPRESSION_LIMITS, MAX_COMPREHENSIONS } from './expression-limits'
import { asJson, toJson } from './expression-result'
import { beginSteps, countSteps, registerSteps } from './expression-steps'
import { GAVE_UP, quickly } from './expression-quick'
import { expressionMessage } from './expression-words'
import type { Json } from './json'

/** What an expression may name. A name that is absent is unknown to the expression. */
export type Scope = { world: Json; plan: string; can?: Json; role: string; event?: Json; row?: Json }

/** An expression, parsed. Evaluating it twice in the same scope and ambient gives the same. */
export type Program = { source: string; run: (scope: Scope, ambient?: Ambient) => unknown; reads: Reads }

/** Why an expression cannot be used. `start` and `end` are offsets in its source. */
export class ExpressionError extends Error {
  constructor(
    readonly reason: 'syntax' | 'type' | 'too-large' | 'failed',
    message: string,
    readonly start: number | null = null,
    readonly end: number | null = null,
  ) {
    super(message)
    this.name = 'ExpressionError'
  }
}

export function isExpressionError(error: unknown): error is ExpressionError {
  return error instanceof Error && error.name === 'ExpressionError'
}

let ambient: Ambient = { now: 0 }

/** An environment with our functions and no variables yet. */
export function makeEnvironment(): Environment {
  const env = new Environment({
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: EXPRESSION_LIMITS,
  })
  registerFunctions(env, () => ambient)
  return env
}

const runtime = makeEnvironment()
  .registerVariable('world', 'map')
  .registerVariable('event', 'map')
  .registerVariable('plan', 'string')
  .registerVariable('can', 'map')
  .registerVariable('role', 'string')
  .registerVariable('row', 'dyn')
registerSteps(runtime)

/**
 * Parses an expression for running.
 * @throws ExpressionError `syntax` or `too-large`
 */
export function parseExpression(source: string): Program {
  const parsed = parseIn(runtime, source)
  countSteps(runtime, parsed.ast)
  return { source, run: withShortCut(parsed), reads: readsOf(parsed.ast) }
}

/** The library looks at the types of an expression when it is first evaluated; until it found them right, it evaluates. */
function withShortCut(parsed: ParseResult): Program['run'] {
  const evaluate = (scope: Scope, given: Ambient = { now: 0 }): unknown => {
    ambient = given
    beginSteps()
    return parsed(scope)
  }
  const tree: ParseResult['ast'] & { checkedType?: unknown } = parsed.ast
  const quick = quickly(tree)
  if (!quick) return evaluate
  return (scope, given) => {
    const value = tree.checkedType === undefined ? GAVE_UP : quick(scope)
    return value === GAVE_UP ? evaluate(scope, given) : value
  }
}

/**
 * Parses an expression in an environment, with the meaning that authors expect: `/` divides with decimals, both sides
 * of `? :` may differ in type.
 * @throws ExpressionError `syntax` or `too-large`
 */
export function parseIn(env: Environment, source: string): ParseResult {
  let parsed: ParseResult
  try {
    parsed = env.parse(source)
  } catch (error) {
    throw asExpressionError(error, 'syntax')
  }
  relax(env, parsed.ast, 0)
  return parsed
}

/**
 * The result as plain JSON, nothing of it shared with the scope.
 * @throws ExpressionError `failed`
 */
export function evaluate(program: Program, scope: Scope, given: Ambient): Json {
  return evaluateTo(toJson, program, scope, given)
}

/**
 * As `evaluate`, to be read and not kept: a part of the scope is given as it is.
 * @throws ExpressionError `failed`
 */
export function look(program: Program, scope: Scope, given: Ambient): Json {
  return evaluateTo(asJson, program, scope, given)
}

function evaluateTo(json: (value: unknown) => Json, program: Program, scope: Scope, given: Ambient): Json {
  const result = evaluateRaw(program, scope, given)
  try {
    return json(result)
  } catch (error) {
    throw asExpressionError(error, 'failed')
  }
}

/**
 * Whether a condition holds.
 * @throws ExpressionError `failed`, also when the result is neither true nor false
 */
export function holds(program: Program, scope: Scope, given: Ambient): boolean {
  const result = evaluateRaw(program, scope, given)
  if (typeof result === 'boolean') return result
  throw new ExpressionError('failed', `a condition must be true or false: ${program.source}`)
}

function evaluateRaw(program: Program, scope: Scope, given: Ambient): unknown {
  try {
    return program.run(scope, given)
  } catch (error) {
    throw asExpressionError(error, 'failed')
  }
}

type CelError = { summary?: string; code?: string; range?: { start: number; end: number } }

/** Any error of the CEL library as ours. */
export function asExpressionError(error: unknown, reason: 'syntax' | 'type' | 'failed'): ExpressionError {
  if (isExpressionError(error)) return error
  const { summary, code, range } = error as CelError
  const said = summary ?? (error instanceof Error ? error.message : String(error))
  const kind = code === 'limit_exceeded' ? 'too-large' : reason
  return new ExpressionError(kind, expressionMessage(said), range?.start ?? null, range?.end ?? null)
}

/** Rewrites a fresh tree in place, which the library declares read-only but leaves open; the trees that macros made share its nodes. */
function relax(env: Environment, tree: Tree, depth: number): void {
  const inside = depth + (isComprehension(tree) ? 1 : 0)
  refuse(tree, inside)
  for (const child of childrenOf(tree.args)) relax(env, child, inside)
  const wrap = (name: string, child: unknown) => wrapped(env, name, child)
  if (!Array.isArray(tree.args)) return
  const [first, second, third] = tree.args
  if (tree.op === '/') tree.args = [wrap('number', first), wrap(DIVISOR, second)]
  if (tree.op === '?:') tree.args = [first, wrap('dyn', second), wrap('dyn', third)]
}

const COMPREHENSIONS = new Set<unknown>(['map', 'filter', 'all', 'exists', 'exists_one'])

function methodOf(tree: Tree): unknown {
  return tree.op === 'rcall' && Array.isArray(tree.args) ? tree.args[0] : null
}

function isComprehension(tree: Tree): boolean {
  return COMPREHENSIONS.has(methodOf(tree))
}

function refuse(tree: Tree, depth: number): void {
  if (methodOf(tree) === 'matches') {
    const message =
      'matches() is not available, a pattern could run for minutes: use contains, startsWith, endsWith'
    throw new ExpressionError('syntax', message, tree.start, tree.end)
  }
  if (depth <= MAX_COMPREHENSIONS) return
  const message = `map, filter, exists and all nest at most ${MAX_COMPREHENSIONS} deep`
  throw new ExpressionError('too-large', message, tree.start, tree.end)
}

function wrapped(env: Environment, name: string, child: unknown): Tree {
  const call: Tree = env.parse(`${name}(0)`).ast
  if (Array.isArray(call.args)) call.args[1] = [child]
  return call
}
