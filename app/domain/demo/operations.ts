import { evaluate, holds, isExpressionError, ExpressionError, type Program, type Scope } from './expression'
import type { Ambient } from './expression-functions'
import { isForbiddenKey, type Json, type JsonObject } from './json'
import type { Operation, Written } from './schema-machine'
import { appendRow, patchRow, pathSegments, readList, writePath } from './world'

/** An expression that failed while a run went on, with its place in the document. */
export class RunFailure extends Error {
  constructor(
    readonly at: string,
    message: string,
  ) {
    super(message)
    this.name = 'RunFailure'
  }
}

export type Parse = (source: string) => Program

/** What an operation works in. `scope.world` is the world before it. */
export type OperationContext = { scope: Scope & { world: JsonObject }; ambient: Ambient }

/** An operation, ready to be applied: gives the next world. */
export type CompiledOperation = (context: OperationContext) => JsonObject

type Writer = (scope: Scope, ambient: Ambient) => Json

function failAt(at: string, error: unknown): never {
  if (error instanceof Error && error.name === 'RunFailure') throw error
  const message = isExpressionError(error) || error instanceof Error ? error.message : String(error)
  throw new RunFailure(at, message)
}

function guarded<A extends unknown[], R>(at: string, work: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      return work(...args)
    } catch (error) {
      return failAt(at, error)
    }
  }
}

function compileWritten(written: Written, at: string, parse: Parse): Writer {
  if (typeof written === 'string') {
    const program = parse(written)
    return guarded(at, (scope, ambient) => evaluate(program, scope, ambient))
  }
  if (Array.isArray(written)) {
    const items = written.map((item, index) => compileWritten(item, `${at}.${index}`, parse))
    return (scope, ambient) => items.map((item) => item(scope, ambient))
  }
  if (typeof written === 'object' && written !== null) return compileMap(written, at, parse)
  return () => written
}

function compileMap(
  written: { [key: string]: Written },
  at: string,
  parse: Parse,
): (scope: Scope, ambient: Ambient) => JsonObject {
  const writers = Object.entries(written).map(([key, item]) => {
    if (isForbiddenKey(key)) throw new ExpressionError('syntax', `the key ${key} is reserved`)
    return [key, compileWritten(item, `${at}.${key}`, parse)] as const
  })
  // A copy has its final shape at once: keys that are added one by one cost more than the values.
  const blank: JsonObject = Object.fromEntries(writers.map(([key]) => [key, null]))
  return (scope, ambient) => {
    const result = { ...blank }
    for (const [key, writer] of writers) result[key] = writer(scope, ambient)
    return result
  }
}

function compileWhere(source: string, at: string, parse: Parse) {
  const program = parse(source)
  return guarded(at, (scope: Scope, row: Json, ambient: Ambient) =>
    holds(program, { ...scope, row }, ambient),
  )
}

/** Reads an operation once: paths split, expressions parsed. Every failure is a RunFailure that names its place. */
export function compileOperation(operation: Operation, at: string, parse: Parse): CompiledOperation {
  if ('set' in operation) {
    const path = pathSegments(operation.set)
    const write = compileWritten(operation.to, `${at}.to`, parse)
    return guarded(at, ({ scope, ambient }) => writePath(scope.world, path, write(scope, ambient)))
  }
  if ('append' in operation) {
    const path = pathSegments(operation.append)
    const write = compileWritten(operation.item, `${at}.item`, parse)
    return guarded(at, ({ scope, ambient }) => appendRow(scope.world, path, write(scope, ambient)))
  }
  return 'patch' in operation ? compilePatch(operation, at, parse) : compileRemove(operation, at, parse)
}

function compilePatch(
  operation: Extract<Operation, { patch: string }>,
  at: string,
  parse: Parse,
): CompiledOperation {
  const path = pathSegments(operation.patch)
  const where = compileWhere(operation.where, `${at}.where`, parse)
  const write = compileMap(operation.with, `${at}.with`, parse)
  return guarded(at, ({ scope, ambient }) => {
    const rows = readList(scope.world, path).map((row) =>
      where(scope, row, ambient) ? patchRow(row, write({ ...scope, row }, ambient)) : row,
    )
    return writePath(scope.world, path, rows)
  })
}

function compileRemove(
  operation: Extract<Operation, { remove: string }>,
  at: string,
  parse: Parse,
): CompiledOperation {
  const path = pathSegments(operation.remove)
  const where = compileWhere(operation.where, `${at}.where`, parse)
  return guarded(at, ({ scope, ambient }) => {
    const kept = readList(scope.world, path).filter((row) => !where(scope, row, ambient))
    return writePath(scope.world, path, kept)
  })
}

export function isRunFailure(error: unknown): error is RunFailure {
  return error instanceof Error && error.name === 'RunFailure'
}
