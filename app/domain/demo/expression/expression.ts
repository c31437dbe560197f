import { Environment, type ParseResult } from '@marcbachmann/cel-js'
import { ExpressionError, isExpressionError } from './expression-error'
import { registerFunctions, type Ambient } from './expression-functions'
import { EXPRESSION_LIMITS } from './expression-limits'
import { applyAuthorMeaning } from './expression-meaning'
import { asJson, toJson } from './expression-result'
import { beginSteps, countSteps, registerSteps } from './expression-steps'
import { expressionMessage } from './expression-message'
import type { Json } from '~/domain/json'

/** The names an expression may use. */
export type Scope = { world: Json; plan: string; can?: Json; role: string; event?: Json; row?: Json }

/** A parsed expression. Evaluating it twice in the same scope and ambient gives the same result. */
export type Program = {
  source: string
  run: (scope: Scope, ambient?: Ambient) => unknown
  /** `checkedType` is there once the library found it rightly typed, at its first evaluation. */
  tree: ParseResult['ast'] & { checkedType?: unknown }
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
  const run: Program['run'] = (scope, given = { now: 0 }) => {
    ambient = given
    beginSteps()
    return parsed(scope)
  }
  return { source, run, tree: parsed.ast }
}

/**
 * Parses an expression in an environment, with the meaning that authors expect.
 * @throws ExpressionError `syntax` or `too-large`
 */
export function parseIn(env: Environment, source: string): ParseResult {
  let parsed: ParseResult
  try {
    parsed = env.parse(source)
  } catch (error) {
    throw asExpressionError(error, 'syntax')
  }
  applyAuthorMeaning(env, parsed.ast)
  return parsed
}

/**
 * The result as plain JSON that shares nothing with the scope.
 * @throws ExpressionError `failed`
 */
export function evaluate(program: Program, scope: Scope, given: Ambient): Json {
  return evaluateTo(toJson, program, scope, given)
}

/**
 * As `evaluate`, for callers that only read: a part of the scope is returned without a copy.
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

/** Converts any error of the CEL library to ours. */
export function asExpressionError(error: unknown, reason: 'syntax' | 'type' | 'failed'): ExpressionError {
  if (isExpressionError(error)) return error
  const { summary, code, range } = error as CelError
  const said = summary ?? (error instanceof Error ? error.message : String(error))
  const kind = code === 'limit_exceeded' ? 'too-large' : reason
  return new ExpressionError(kind, expressionMessage(said), range?.start ?? null, range?.end ?? null)
}
