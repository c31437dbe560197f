import postgres from 'postgres'
import type { Sql } from '../../client'
import type { Columns, ColumnsOptions } from '../open-columns'
import { CopyDamaged, deleteCopyFile, isDamage, isDiskFull, openCopyFile } from './copy-file'
import { CopyFollower, CopyOutdated } from './copy-follower'
import type { TidyRhythm } from './copy-follower'

/** What a copy is good for at this moment. */
export interface CopyStatus {
  /** `reading`: it is made, or catches up; nothing can be read from it. `serving`: it follows, or did until `problem`. */
  state: 'reading' | 'serving'
  /** Of its watermark; null while there is none. */
  asOfMs: number | null
  oldestMs: number
  /** The watermark at which a trial last changed; null while there is none. */
  trialsAsOfMs: number | null
  /** Of a first copy: rows read, and about how many there are. */
  progress: { rows: number; of: number } | null
  /** Why it does not follow. */
  problem: string | null
}

export interface KeeperOptions extends ColumnsOptions {
  databaseUrl: string
  longestMs: number
  rhythm?: TidyRhythm
  onStatus: (status: CopyStatus) => void
  /** A problem that somebody should know of, or its end. */
  onNotice: (message: string, error?: unknown) => void
}

/** Between two turns. After one of some length it is longer, so that following takes a third of the time, up to a second. */
const EVERY_MS = 300
const TURN_MS = 1_000
const PAUSE_MS = 1_000
/** So many failures in a row that are not the database's fault, and the copy is made again. */
const MOST_FAILURES = 5

/**
 * Keeps the copy in one file: makes it, follows every change, and makes it again when it is damaged, of another format, or
 * was away for too long. Goes on after every failure.
 */
export class CopyKeeper {
  private status: CopyStatus = {
    ...{ state: 'reading', asOfMs: null, oldestMs: 0, trialsAsOfMs: null, progress: null, problem: null },
  }
  private readonly sql: Sql
  private follower: CopyFollower | null = null
  private isStopped = false
  private isDamaged = false
  private failures = 0
  private waiting: (() => void)[] = []
  private wake = () => {}
  private running: Promise<void> = Promise.resolve()
  columns: Columns | null = null

  constructor(private readonly options: KeeperOptions) {
    const connection = { application_name: 'foyer-columns' }
    this.sql = postgres(options.databaseUrl, { max: 4, onnotice: () => {}, connection })
  }

  /** Follows until stopped. */
  start(): void {
    this.running = this.run()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    this.wake()
    await this.running
    this.close()
    await this.sql.end({ timeout: 2 })
  }

  /** Resolves once everything that was committed before the call is in the copy. */
  catchUp(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.wake()
    })
  }

  /** Has the copy made again when an error of a statement says that its file is damaged. */
  noticeDamage(error: unknown): void {
    if (!isDamage(error)) return
    this.isDamaged = true
    this.wake()
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        const began = performance.now()
        await this.turn()
        const taken = performance.now() - began
        await this.pause(Math.max(EVERY_MS, Math.min(2 * taken, TURN_MS - taken)))
      } catch (error) {
        await this.recover(error)
        await this.pause(PAUSE_MS, { isHasty: false })
      }
    }
  }

  private async turn(): Promise<void> {
    if (this.isDamaged) throw new CopyDamaged('a statement met damaged data')
    const waiting = this.waiting.splice(0)
    try {
      this.follower ??= await this.open()
      await this.follower.catchUp()
      await this.follower.tidy()
    } catch (error) {
      this.waiting.unshift(...waiting)
      throw error
    }
    if (this.status.problem !== null) this.options.onNotice('The copy for boards follows again')
    this.failures = 0
    const { asOfMs, oldestMs, trialsAsOfMs } = this.follower
    this.report({ state: 'serving', asOfMs, oldestMs, trialsAsOfMs, progress: null, problem: null })
    for (const resolve of waiting) resolve()
  }

  private async open(): Promise<CopyFollower> {
    const { file, longestMs, rhythm } = this.options
    this.columns ??= await openCopyFile(this.options)
    const parts = { connection: this.columns.connection, sql: this.sql, longestMs, rhythm }
    const found = await CopyFollower.resume(parts)
    if (found) return found
    if (file) {
      this.close()
      await deleteCopyFile(file)
      this.columns = await openCopyFile(this.options)
    }
    return this.makeFirst(this.columns)
  }

  private async makeFirst({ connection }: Columns): Promise<CopyFollower> {
    const { sql } = this
    const { longestMs, rhythm, onNotice } = this.options
    const of = await countRows(sql)
    if (of > 0) onNotice(`The copy for boards is made: ${of} rows`)
    const rowsOf = new Map<string, number>()
    this.report({ state: 'reading', asOfMs: null, progress: { rows: 0, of } })
    return CopyFollower.first({ connection, sql, longestMs, rhythm }, ({ kind, rows }) => {
      rowsOf.set(kind, rows)
      this.report({ progress: { rows: [...rowsOf.values()].reduce((sum, each) => sum + each, 0), of } })
    })
  }

  private async recover(error: unknown): Promise<void> {
    const { file, onNotice } = this.options
    const problem = error instanceof Error ? error.message : String(error)
    if (problem !== this.status.problem) onNotice('The copy for boards does not follow', error)
    this.failures += isOfPostgres(error) || isDiskFull(error) ? 0 : 1
    this.follower = null
    const mustMake = error instanceof CopyOutdated || error instanceof CopyDamaged || isDamage(error)
    // A database in memory goes with its connection, and DuckDB refuses everything after an error of the disk.
    if (!isOfPostgres(error)) this.close()
    if (!mustMake && this.failures < MOST_FAILURES) return this.report({ problem })
    this.failures = 0
    this.isDamaged = false
    this.close()
    this.report({ state: 'reading', asOfMs: null, problem })
    if (file) await deleteCopyFile(file)
  }

  private report(change: Partial<CopyStatus>): void {
    this.status = { ...this.status, ...change }
    this.options.onStatus(this.status)
  }

  private close(): void {
    this.follower = null
    const old = this.columns
    this.columns = null
    old?.[Symbol.dispose]()
  }

  /** Shorter when somebody waits, except after a failure. */
  private pause(ms: number, { isHasty = true } = {}): Promise<void> {
    if (this.isStopped || (this.waiting.length > 0 && isHasty)) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wake = () => {
        if (!isHasty && !this.isStopped) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Errors of PostgreSQL and of the way to it have a code; those of DuckDB have none. */
const isOfPostgres = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && !String(error.code).startsWith('ENOSPC')

/** Of the largest tables, for the progress of a first copy. */
async function countRows(sql: Sql): Promise<number> {
  const [counted] = await sql<{ rows: number }[]>`
    select ((select count(*) from trial) + (select count(*) from conversion) + (select count(*) from touch))::float8 as rows`
  return counted?.rows ?? 0
}
