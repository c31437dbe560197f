import { evaluate, holds, isExpressionError, type Scope } from './expression'
import type { Json } from './json'
import type { Run } from './run-state'

/** An expression that failed while a screen was read; its place shows nothing. Proof refuses such a demo. */
export type ExpressionFailure = { at: string; message: string }

/** Evaluates what a screen asks for. A failing expression is noted and gives nothing; it never throws. */
export type Reader = {
  run: Run
  failures: ExpressionFailure[]
  /** The value, null when the expression fails. */
  value(source: string, at: string, row?: Json): Json
  /** Whether the condition holds: true when there is none, false when it fails. */
  test(source: string | undefined, at: string, row?: Json): boolean
  /** The rows of a list, none when it is no list. */
  rows(source: string, at: string, row?: Json): Json[]
}

export function makeReader(run: Run): Reader {
  const failures: ExpressionFailure[] = []
  const base: Scope = { world: run.world, plan: run.plan, can: run.compiled.can(run.plan), role: run.role }
  const ambient = { now: run.startedAt + run.lastAt }
  const scopeOf = (row: Json | undefined): Scope => (row === undefined ? base : { ...base, row })
  const note = (at: string, error: unknown) => {
    failures.push({ at, message: isExpressionError(error) ? error.message : String(error) })
  }
  const value = (source: string, at: string, row?: Json): Json => {
    try {
      return evaluate(run.compiled.program(source), scopeOf(row), ambient)
    } catch (error) {
      note(at, error)
      return null
    }
  }
  const test = (source: string | undefined, at: string, row?: Json): boolean => {
    if (source === undefined) return true
    try {
      return holds(run.compiled.program(source), scopeOf(row), ambient)
    } catch (error) {
      note(at, error)
      return false
    }
  }
  const rows = (source: string, at: string, row?: Json): Json[] => {
    const list = value(source, at, row)
    if (Array.isArray(list)) return list
    if (list !== null) failures.push({ at, message: `rows must be a list: ${source}` })
    return []
  }
  return { run, failures, value, test, rows }
}
