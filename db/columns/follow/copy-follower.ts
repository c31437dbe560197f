import type { DuckDBConnection } from '@duckdb/node-api'
import type { ISql } from 'postgres'
import type { Sql } from '../../client'
import { readActivity } from '../../feed/activity'
import { NamesReader } from '../../feed/names-reader'
import type { NamesRead } from '../../feed/names-reader'
import { applyNames } from '../copy/apply-names'
import { readCopyState } from '../copy/create-copy'
import { KINDS_OF_NOBODY } from '../copy/copied-tables'
import {
  COMPACTED_TABLES,
  compactTable,
  dropReplacedRows,
  dropVisitors,
  overwriteFreed,
} from '../copy/drop-rows'
import { makeFirstCopy } from '../copy/make-first-copy'
import type { CopyProgress } from '../copy/make-first-copy'
import { beginFollowed, readFollowed, writeFollowed } from './followed-table'
import type { Followed } from './followed-table'

export interface CopyParts {
  connection: DuckDBConnection
  sql: Sql
  /** The longest that a transaction may take where none can be seen. */
  longestMs: number
  rhythm?: TidyRhythm | undefined
}

/** How often replaced rows are dropped, and the tables are written again. */
export interface TidyRhythm {
  dropMs: number
  compactMs: number
}

/** The copy cannot go on from where it is: it must be made again. */
export class CopyOutdated extends Error {}

/** How long replaced rows stay, so that an older view can be read. */
const REPLACED_KEPT_MS = 3_600_000
const RHYTHM: TidyRhythm = { dropMs: 600_000, compactMs: 86_400_000 }
/** How often it is written how far names were handled, when nothing else is. */
const NOTE_EVERY_MS = 5_000

/** Keeps one copy up to date. */
export class CopyFollower {
  private droppedMs: number
  private notedMs = 0
  private toCompact: string[] = []
  private trialsMs: number

  private constructor(
    private readonly parts: CopyParts,
    private readonly reader: NamesReader,
    private followed: Followed,
    private watermarkMs: number,
  ) {
    this.droppedMs = watermarkMs
    this.trialsMs = watermarkMs
  }

  /** Makes the copy in an empty database. */
  static async first(parts: CopyParts, onProgress: (progress: CopyProgress) => void): Promise<CopyFollower> {
    const { connection, sql, longestMs } = parts
    const reader = new NamesReader({ longestMs })
    const { feedId, asOfMs, sinceMs } = await readNames(sql, reader, async () => {})
    await makeFirstCopy(connection, sql, { watermarkMs: asOfMs, onProgress })
    const followed = { feedId, sinceMs, oldestMs: asOfMs, compactedMs: asOfMs }
    await beginFollowed(connection, followed)
    return new CopyFollower(parts, reader, followed, asOfMs)
  }

  /** Goes on with a copy; null when it is none, was interrupted, or is of another format. */
  static async resume(parts: CopyParts): Promise<CopyFollower | null> {
    const state = await readCopyState(parts.connection)
    const followed = state?.complete ? await readFollowed(parts.connection) : null
    if (!state || !followed) return null
    const reader = new NamesReader({ longestMs: parts.longestMs, sinceMs: followed.sinceMs })
    return new CopyFollower(parts, reader, followed, state.watermarkMs)
  }

  /** Every change committed before this instant is in the copy. Milliseconds. */
  get asOfMs(): number {
    return this.watermarkMs
  }

  /** The watermark at which a trial last changed, or from which this follower goes on. */
  get trialsAsOfMs(): number {
    return this.trialsMs
  }

  /** The oldest watermark whose view can be read. */
  get oldestMs(): number {
    return this.followed.oldestMs
  }

  /**
   * Handles everything that was committed before the call.
   * @throws CopyOutdated when the copy must be made again
   */
  async catchUp(): Promise<void> {
    for (let isComplete = false; !isComplete;) {
      const read = await readNames(this.parts.sql, this.reader, (tx, names) => this.handle(tx, names))
      isComplete = read.isComplete
      await this.note(read.sinceMs)
    }
  }

  /** Frees the room of what nobody can read any more, when it is time. */
  async tidy(): Promise<void> {
    const { connection, rhythm } = this.parts
    const { dropMs, compactMs } = rhythm ?? RHYTHM
    await this.compactNext()
    const { watermarkMs, followed } = this
    if (watermarkMs < this.droppedMs + dropMs) return
    const beforeMs = Math.max(followed.oldestMs, watermarkMs - REPLACED_KEPT_MS)
    const isOld = watermarkMs >= followed.compactedMs + compactMs
    this.droppedMs = watermarkMs
    this.followed = { ...followed, oldestMs: beforeMs }
    await writeFollowed(connection, this.followed)
    await dropReplacedRows(connection, beforeMs)
    if (isOld && this.toCompact.length === 0) this.toCompact = [...COMPACTED_TABLES]
  }

  /** One table in a turn, so that it follows between them. */
  private async compactNext(): Promise<void> {
    const { connection } = this.parts
    const table = this.toCompact.shift()
    if (table === undefined) return
    await compactTable(connection, table)
    if (this.toCompact.length > 0) return
    await overwriteFreed(connection)
    this.followed = { ...this.followed, compactedMs: this.watermarkMs }
    await writeFollowed(connection, this.followed)
  }

  private async handle(tx: ISql, read: NamesRead): Promise<void> {
    if (!read.isWhole) throw new CopyOutdated('names of changes were deleted before they were read')
    if (read.isAll) throw new CopyOutdated('a table was truncated')
    if (read.feedId !== this.followed.feedId) throw new CopyOutdated('the copy is of another database')
    const watermarkMs = Math.max(read.asOfMs, this.watermarkMs + 1)
    if (read.names.length > 0) {
      const { connection } = this.parts
      await applyNames(connection, tx, { names: read.names, watermarkMs })
      const gone = await listGoneVisitors(tx, read.names)
      if (gone.length > 0) await dropVisitors(connection, gone)
      if (read.names.some(({ kind }) => kind === 'trial')) this.trialsMs = watermarkMs
    }
    this.watermarkMs = watermarkMs
  }

  private async note(sinceMs: number): Promise<void> {
    if (this.watermarkMs < this.notedMs + NOTE_EVERY_MS) return
    this.notedMs = this.watermarkMs
    this.followed = { ...this.followed, sinceMs }
    await writeFollowed(this.parts.connection, this.followed)
  }
}

/** Reads names, and whatever `handle` reads, in one snapshot. */
async function readNames(
  sql: Sql,
  reader: NamesReader,
  handle: (tx: ISql, read: NamesRead) => Promise<void>,
): Promise<NamesRead> {
  const activity = await readActivity(sql)
  const read = await sql.begin('isolation level repeatable read read only', async (tx) => {
    const names = await reader.read(tx, activity)
    await handle(tx, names)
    return names
  })
  return read as NamesRead
}

/** The named visitors who are no longer there. Served by the primary key. */
async function listGoneVisitors(tx: ISql, names: NamesRead['names']): Promise<string[]> {
  const named = new Set(names.filter(({ kind }) => !KINDS_OF_NOBODY.has(kind)).map(({ visitor }) => visitor))
  const rows = await tx<{ id: string }[]>`
    select id from unnest(${[...named]}::text[]::uuid[]) as id
    where not exists (select from visitor where visitor_id = id)`
  return rows.map(({ id }) => id)
}
