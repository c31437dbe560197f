import { holds, look, type Scope } from './expression'
import { isExpressionError } from './expression-error'
import type { Ambient } from './expression-functions'
import type { Json } from './json'
import type { Run } from './run-state'

/** An expression that failed while a screen was read; its place shows nothing. Proof refuses such a demo. */
export type ExpressionFailure = { at: string; message: string }

/** Evaluates what a screen asks for. A failing expression is noted and gives nothing; it never throws. */
export class Reader {
  readonly failures: ExpressionFailure[] = []
  private readonly scope: Scope
  private readonly ambient: Ambient

  /** `at` is the moment at which the screen is read, in milliseconds since the start. */
  constructor(
    readonly run: Run,
    at: number,
  ) {
    const { world, plan, role, compiled } = run
    this.scope = { world, plan, can: compiled.can(plan), role, row: undefined }
    this.ambient = { now: run.startedAt + at }
  }

  /** The value, null when the expression fails. It may be a part of the world: it is never changed. */
  value(source: string, at: string, row?: Json): Json {
    try {
      return look(this.run.compiled.program(source), this.scopeOf(row), this.ambient)
    } catch (error) {
      this.note(at, error)
      return null
    }
  }

  /** Whether the condition holds: true when there is none, false when it fails. */
  test(source: string | undefined, at: string, row?: Json): boolean {
    if (source === undefined) return true
    try {
      return holds(this.run.compiled.program(source), this.scopeOf(row), this.ambient)
    } catch (error) {
      this.note(at, error)
      return false
    }
  }

  /** The rows of a list, none when it is no list. */
  rows(source: string, at: string, row?: Json): Json[] {
    const list = this.value(source, at, row)
    if (Array.isArray(list)) return list
    if (list !== null) this.failures.push({ at, message: `rows must be a list: ${source}` })
    return []
  }

  private scopeOf(row: Json | undefined): Scope {
    return row === undefined ? this.scope : { ...this.scope, row }
  }

  private note(at: string, error: unknown): void {
    this.failures.push({ at, message: isExpressionError(error) ? error.message : String(error) })
  }
}

/** Reads the screens of a run at its last moment. */
export function makeReader(run: Run): Reader {
  return new Reader(run, run.lastAt)
}
