import { holds, look, type Scope } from '../expression/expression'
import { spendRows, within } from '../expression/expression-steps'
import type { Ambient } from '../expression/expression-functions'
import type { Json } from '~/domain/json'
import type { ScreenInput } from './shown'

/** An expression that failed while a screen was read; it shows nothing. Proof refuses such a demo. */
export type ExpressionFailure = { at: string; message: string }

/**
 * The most rows that the expressions of one screen may read together, so that no demo blocks the server. A full
 * list of 200 rows in 12 columns uses a quarter.
 */
const MAX_ROWS = 1_000_000
/** The cost of one value in rows, besides the rows it reads; a longer expression costs more. */
const ROWS_OF_VALUE = 50

/** Evaluates the expressions of a screen. A failing expression is recorded and gives null; it never throws. */
export class Reader {
  readonly failures: ExpressionFailure[] = []
  private readonly scope: Scope
  private readonly ambient: Ambient
  private isSpent = false
  private readonly allowance = { rows: MAX_ROWS }

  /** `at` is the time at which the screen is read, in milliseconds since the start. */
  constructor(
    readonly run: ScreenInput,
    at: number,
  ) {
    const { world, plan, role, compiled } = run
    this.scope = { world, plan, can: compiled.can(plan), role, row: undefined }
    this.ambient = { now: run.startedAt + at }
  }

  /** The value; null when the expression fails. It may be part of the world, so do not change it. */
  value(source: string, at: string, row?: Json): Json {
    try {
      return this.ask(look, source, row)
    } catch (error) {
      this.note(at, error)
      return null
    }
  }

  /** Whether the condition holds: true when there is none, false when it fails. */
  test(source: string | undefined, at: string, row?: Json): boolean {
    if (source === undefined) return true
    try {
      return this.ask(holds, source, row)
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

  private ask<T>(how: (...args: Parameters<typeof look>) => T, source: string, row: Json | undefined): T {
    return within(this.allowance, () => {
      spendRows(ROWS_OF_VALUE + source.length)
      return how(this.run.compiled.program(source), this.scopeOf(row), this.ambient)
    })
  }

  private scopeOf(row: Json | undefined): Scope {
    return row === undefined ? this.scope : { ...this.scope, row }
  }

  /** Once the limit is reached every further expression fails, so only the first is recorded. */
  private note(at: string, error: unknown): void {
    if (this.allowance.rows < 0 && this.isSpent) return
    this.isSpent = this.allowance.rows < 0
    this.failures.push({ at, message: error instanceof Error ? error.message : String(error) })
  }
}

/** Reads the screens of a run at the time of its last event. */
export function makeReader(run: ScreenInput): Reader {
  return new Reader(run, run.lastAt)
}
