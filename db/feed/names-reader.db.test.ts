import fc from 'fast-check'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { tries } from '#tests/support/depth'
import type { ISql, ReservedSql } from 'postgres'
import type { Sql } from '../client'
import { readActivity } from './activity'
import type { ServerActivity } from './activity'
import { NamesReader } from './names-reader'
import type { NamesRead } from './names-reader'

const LONGEST_MS = 60_000
const WRITERS = 3

async function insertTrial(sql: ISql, visitorId: string, id: string = uuidv7()): Promise<string> {
  await sql`insert into visitor (visitor_id) values (${visitorId}) on conflict do nothing`
  await sql`
    insert into trial (visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state)
    values (${visitorId}, ${id}, 'd', ${uuidv7()}, 1, 'free', 'sales', 'en', 's', now(), 'desktop', now(), 'a')`
  return id
}

/** One look, then the names in a snapshot, as whoever follows does. */
async function readOnce(sql: Sql, reader: NamesReader, look = readActivity): Promise<NamesRead> {
  const activity = await look(sql)
  return sql.begin('isolation level repeatable read read only', (tx) => reader.read(tx, activity))
}

/** All that waits, and where the next reader begins. */
async function readAll(sql: Sql, reader: NamesReader, look = readActivity) {
  const names: string[] = []
  for (;;) {
    const read = await readOnce(sql, reader, look)
    names.push(...read.names.map(({ kind, visitor, id }) => `${kind} ${visitor} ${id}`))
    if (read.isComplete) return { ...read, names: [...new Set(names)].sort() }
  }
}

/** A server’s clock that can be set, for the names and for what a reader is told of it. */
class SetClock {
  private sets = [{ fromMs: -Infinity, offsetMs: 0 }]

  static async of(sql: Sql): Promise<SetClock> {
    await sql`create table public.clock_offset as select interval '0' as offset_by`
    await sql`
      create function set_clock() returns timestamptz volatile language sql
      as 'select clock_timestamp() + offset_by from public.clock_offset'`
    await sql`alter table changed alter column at set default set_clock()`
    return new SetClock()
  }

  async setBy(sql: Sql, ms: number): Promise<void> {
    const offsetMs = (this.sets.at(-1)?.offsetMs ?? 0) + ms
    await sql`update public.clock_offset set offset_by = ${offsetMs}::int * interval '1 ms'`
    const [now] = await sql<
      { ms: number }[]
    >`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`
    this.sets.push({ fromMs: now?.ms ?? 0, offsetMs })
  }

  shifted = (ms: number): number =>
    ms + (this.sets.filter(({ fromMs }) => fromMs <= ms).at(-1)?.offsetMs ?? 0)

  look = async (sql: Sql): Promise<ServerActivity> => {
    const { clockMs, writers } = await readActivity(sql)
    const seen = writers?.map(({ xid, startedMs }) => ({
      xid,
      startedMs: startedMs === null ? null : this.shifted(startedMs),
    }))
    return { clockMs: clockMs + (this.sets.at(-1)?.offsetMs ?? 0), writers: seen ?? null }
  }
}

type Act = 'begin' | 'commit' | 'rollback' | 'write' | 'rate' | 'touch' | 'erase'
type Step =
  { act: Act; by: number } | { act: 'read' } | { act: 'take over' } | { act: 'set clock'; ms: number }

const steps = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        act: fc.constantFrom('begin', 'commit', 'rollback', 'write', 'write', 'rate', 'touch', 'erase'),
        by: fc.nat(WRITERS - 1),
      }),
    },
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('read', 'read', 'take over') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant('set clock'),
        ms: fc.constantFrom(-3_600_000, -5_000, -150, 150, 5_000, 3_600_000),
      }),
    },
  ) as fc.Arbitrary<Step>,
  { minLength: 5, maxLength: 40 },
)

/** Somebody who changes rows of their own in transactions of any length, and remembers what must be named. */
class Writer {
  private open = false
  private written: string[] = []
  private before: { visitor: string; trial: string; held: string[] }
  private visitor = uuidv7()
  private trial = ''
  private held: string[] = []
  readonly due: string[] = []

  constructor(private readonly sql: ReservedSql) {
    this.before = { visitor: this.visitor, trial: '', held: [] }
  }

  async take(act: Act): Promise<void> {
    if (act === 'begin') return this.begin()
    if (act === 'commit' || act === 'rollback') return this.end(act)
    await this.change(act)
    if (!this.open) this.settle()
  }

  private async begin(): Promise<void> {
    if (this.open) return
    await this.sql`begin`
    this.before = { visitor: this.visitor, trial: this.trial, held: [...this.held] }
    this.open = true
  }

  private async end(act: 'commit' | 'rollback'): Promise<void> {
    if (!this.open) return
    await this.sql.unsafe(act)
    this.open = false
    if (act === 'commit') return this.settle()
    this.written = []
    Object.assign(this, this.before)
  }

  private settle(): void {
    this.due.push(...this.written.splice(0))
  }

  private async change(act: 'write' | 'rate' | 'touch' | 'erase'): Promise<void> {
    const { sql, visitor } = this
    if (act === 'erase') {
      await sql`delete from visitor where visitor_id = ${visitor}`
      this.written.push(...this.held)
      Object.assign(this, { visitor: uuidv7(), trial: '', held: [] })
      return
    }
    if (this.trial === '') {
      this.trial = await insertTrial(sql, visitor)
      this.note(`trial ${visitor} ${this.trial}`)
    } else if (act === 'write') {
      await sql`update trial set last_seq = last_seq + 1 where id = ${this.trial}`
      this.note(`trial ${visitor} ${this.trial}`)
    } else if (act === 'rate') {
      await sql`
        insert into rating (visitor_id, trial_id, stars) values (${visitor}, ${this.trial}, 4)
        on conflict (visitor_id, trial_id) do update set stars = 5`
      this.note(`trial ${visitor} ${this.trial}`)
    } else {
      const id = uuidv7()
      await sql`insert into touch (visitor_id, id, at, channel) values (${visitor}, ${id}, now(), 'paid')`
      this.note(`touch ${visitor} ${id}`)
    }
  }

  private note(name: string): void {
    this.written.push(name)
    this.held.push(name)
  }
}

/** What a reader is allowed to see of the server. */
const SIGHTS: Record<string, (activity: ServerActivity) => ServerActivity> = {
  everything: (activity) => activity,
  'no starts': ({ clockMs, writers }) => ({
    clockMs,
    writers: writers && writers.map(({ xid }) => ({ xid, startedMs: null })),
  }),
  'no transactions': ({ clockMs }) => ({ clockMs, writers: null }),
}

test.each(Object.keys(SIGHTS))(
  'every committed change is named once, by the first read after its commit, whatever overlaps and whoever sets the clock (seeing %s)',
  { timeout: 120_000 },
  async (sight) => {
    await using database = await createTestDatabase()
    const sql = postgres(database.url, { max: WRITERS + 1, onnotice: () => {} })
    const clock = await SetClock.of(sql)
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(2, 5, 1_000), async (taken, limit) => {
        const reserved = await Promise.all(Array.from({ length: WRITERS }, () => sql.reserve()))
        const writers = reserved.map((own) => new Writer(own))
        // What is forgotten by the clock may be named again.
        const isExact = !taken.some(({ act }) => act === 'set clock')
        // An answer of the server that comes late looks like a clock that was set back.
        let serverMs = 0
        const look = async (own: Sql) => {
          const activity = SIGHTS[sight]!(await clock.look(own))
          serverMs = activity.clockMs
          return activity
        }
        const options = {
          ...{ longestMs: LONGEST_MS, limit },
          ...(isExact && { monotonicMs: () => serverMs }),
        }
        let reader = new NamesReader(options)
        let { sinceMs } = await readAll(sql, reader, look)
        const readDue = async (isNew = false) => {
          const read = await readAll(sql, reader, look)
          sinceMs = read.sinceMs
          const due = [...new Set(writers.flatMap((writer) => writer.due.splice(0)))].sort()
          if (isExact && !isNew) expect(read.names).toEqual(due)
          else expect(read.names).toEqual(expect.arrayContaining(due))
          expect(read.isWhole).toBe(true)
        }
        const play = async () => {
          for (const step of taken) {
            if ('by' in step) await writers[step.by]?.take(step.act)
            else if ('ms' in step) {
              // A clock that is set and set again between two reads has told nobody.
              await readDue()
              await clock.setBy(sql, step.ms)
            } else if (step.act === 'read') await readDue()
            else {
              // Nobody sees a clock that is set back while nobody reads.
              await readDue()
              reader = new NamesReader({ ...options, sinceMs })
              await readDue(true)
            }
          }
          for (const writer of writers) await writer.take('commit')
          await readDue()
        }
        await play().finally(async () => {
          for (const writer of writers) await writer.take('rollback')
          for (const own of reserved) own.release()
        })
      }),
      { numRuns: tries(100) },
    )
    await sql.end()
  },
)
