import { evaluate, holds, type Program, type Scope } from '../expression/expression'
import { ExpressionError, isExpressionError } from '../expression/expression-error'
import type { Ambient } from '../expression/expression-functions'
import { isForbiddenKey, isJsonObject, type Json, type JsonObject } from '~/domain/json'
import type { Operation, Written } from '../format/schema-machine'
import { listWithRoom, pathSegments, readList } from './world'
import type { WorldDraft } from './world-draft'

/** An expression that failed during a run, with its place in the document. */
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

/** The scope of an operation: `world` is the draft, `row` the row that an operation on rows is at. */
export type OperationScope = Scope & { world: JsonObject; row: Json | undefined }

/** An operation, compiled: changes the draft. */
export type CompiledOperation = (draft: WorldDraft, scope: OperationScope, ambient: Ambient) => void

type Writer = (scope: Scope, ambient: Ambient) => Json

function failAt(at: string, error: unknown): never {
  if (error instanceof Error && error.name === 'RunFailure') throw error
  const message = isExpressionError(error) || error instanceof Error ? error.message : String(error)
  throw new RunFailure(at, message)
}

function guarded(at: string, operation: CompiledOperation): CompiledOperation {
  return (draft, scope, ambient) => {
    try {
      operation(draft, scope, ambient)
    } catch (error) {
      failAt(at, error)
    }
  }
}

function compileWritten(written: Written, at: string, parse: Parse): Writer {
  if (typeof written === 'string') return compileExpression(written, at, parse)
  if (Array.isArray(written)) {
    const items = written.map((item, index) => compileWritten(item, `${at}.${index}`, parse))
    return (scope, ambient) => items.map((item) => item(scope, ambient))
  }
  if (typeof written === 'object' && written !== null) {
    const fill = compileFields(written, at, parse)
    return (scope, ambient) => {
      const map: JsonObject = {}
      fill(map, scope, ambient)
      return map
    }
  }
  return () => written
}

function compileExpression(source: string, at: string, parse: Parse): Writer {
  const program = parse(source)
  return (scope, ambient) => {
    try {
      return evaluate(program, scope, ambient)
    } catch (error) {
      return failAt(at, error)
    }
  }
}

/** Writes the fields of a map into a given one, in their order. */
function compileFields(
  written: { [key: string]: Written },
  at: string,
  parse: Parse,
): (map: JsonObject, scope: Scope, ambient: Ambient) => void {
  const fields = Object.entries(written).map(([key, item]) => {
    if (isForbiddenKey(key)) throw new ExpressionError('syntax', `the key ${key} is reserved`)
    return { key, write: compileWritten(item, `${at}.${key}`, parse) }
  })
  return (map, scope, ambient) => {
    for (const { key, write } of fields) map[key] = write(scope, ambient)
  }
}

function compileWhere(
  source: string,
  at: string,
  parse: Parse,
): (scope: OperationScope, row: Json, ambient: Ambient) => boolean {
  const program = parse(source)
  return (scope, row, ambient) => {
    scope.row = row
    try {
      return holds(program, scope, ambient)
    } catch (error) {
      return failAt(at, error)
    }
  }
}

/** Compiles an operation: splits paths, parses expressions. Every failure is a RunFailure that names its place. */
export function compileOperation(operation: Operation, at: string, parse: Parse): CompiledOperation {
  return guarded(at, compileUnguarded(operation, at, parse))
}

function compileUnguarded(operation: Operation, at: string, parse: Parse): CompiledOperation {
  if ('set' in operation) {
    const path = pathSegments(operation.set)
    const write = compileWritten(operation.to, `${at}.to`, parse)
    return (draft, scope, ambient) => draft.write(path, write(scope, ambient))
  }
  if ('append' in operation) {
    const path = pathSegments(operation.append)
    const write = compileWritten(operation.item, `${at}.item`, parse)
    return (draft, scope, ambient) => {
      const item = write(scope, ambient)
      draft.write(path, [...listWithRoom(scope.world, path), item])
    }
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
  const fill = compileFields(operation.with, `${at}.with`, parse)
  return (draft, scope, ambient) => {
    const rows = readList(scope.world, path).map((row) => {
      if (!where(scope, row, ambient)) return row
      const patched = isJsonObject(row) ? { ...row } : {}
      fill(patched, scope, ambient)
      if (!isJsonObject(row)) throw new Error('only rows that are maps can be patched')
      return patched
    })
    scope.row = undefined
    draft.write(path, rows)
  }
}

function compileRemove(
  operation: Extract<Operation, { remove: string }>,
  at: string,
  parse: Parse,
): CompiledOperation {
  const path = pathSegments(operation.remove)
  const where = compileWhere(operation.where, `${at}.where`, parse)
  return (draft, scope, ambient) => {
    const kept = readList(scope.world, path).filter((row) => !where(scope, row, ambient))
    scope.row = undefined
    draft.write(path, kept)
  }
}

export function isRunFailure(error: unknown): error is RunFailure {
  return error instanceof Error && error.name === 'RunFailure'
}
