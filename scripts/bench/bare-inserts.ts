import postgres from 'postgres'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { BenchTrial } from './begin-trials'
import { rateOf } from './rate'
import type { KeptWalk } from './walks'

/** One row of the trace table, as a plain loop would write it. */
type Row = [string, string, number, number, string, TraceEvent['data'] | null, number, Date]

const COLUMNS = ['visitor_id', 'trial_id', 'seq', 'at_ms', 'type', 'data', 'active_ms', 'received_at']
const ROWS_AT_ONCE = 1_000

/** The database alone, with the same rows as the application writes. */
export interface BareInserts {
  /** Rows a second by one loop of inserts of 1,000 rows, for `ms`, into the table emptied before. */
  multiRow(ms: number): Promise<number>
  /** Rows a second by inserts of one row on 50 connections, for `ms`. */
  singleRow(ms: number): Promise<number>
  close(): Promise<void>
}

/**
 * Inserts into `bench_event`, a copy of `trial_event`: the same columns, keys, partitions and reference to the trial.
 * The rows are those of the given trials' walks, in order.
 */
export async function openBareInserts(
  url: string,
  source: { walks: readonly KeptWalk[]; trials: readonly BenchTrial[]; connections: number },
): Promise<BareInserts> {
  const options = { onnotice: () => {} }
  const one = postgres(url, { ...options, max: 1 })
  const many = postgres(url, { ...options, max: source.connections })
  await makeTable(one)
  let rows = rowsOf(source)
  const empty = async (): Promise<void> => {
    await one`truncate bench_event`
    rows = rowsOf(source)
  }
  const next = (): Row => {
    const { value, done } = rows.next()
    if (done) throw new Error('The bench has no rows left to insert.')
    return value
  }
  return {
    multiRow: async (ms) => {
      await empty()
      return rateOf(ms, 1, async () => {
        const chunk = Array.from({ length: ROWS_AT_ONCE }, next)
        await one.unsafe(insertOf(ROWS_AT_ONCE), chunk.flat() as never[], { prepare: true })
        return ROWS_AT_ONCE
      })
    },
    singleRow: (ms) =>
      rateOf(ms, source.connections, async () => {
        await many.unsafe(insertOf(1), [...next()] as never[], { prepare: true })
        return 1
      }),
    close: async () => {
      await Promise.all([one.end(), many.end()])
    },
  }
}

async function makeTable(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create table bench_event (like trial_event including all) partition by range (trial_id);
    create table bench_event_default partition of bench_event default;
    alter table bench_event add foreign key (visitor_id, trial_id) references trial (visitor_id, id) on delete cascade`)
}

function* rowsOf({
  walks,
  trials,
}: {
  walks: readonly KeptWalk[]
  trials: readonly BenchTrial[]
}): Generator<Row> {
  const receivedAt = new Date()
  for (const { visitorId, id, walk } of trials) {
    for (const { seq, at, type, data, activeMs } of walks[walk]?.events ?? [])
      yield [visitorId, id, seq, at, type, data ?? null, activeMs, receivedAt]
  }
}

const texts = new Map<number, string>()

function insertOf(rows: number): string {
  const known = texts.get(rows)
  if (known !== undefined) return known
  const places = (row: number) =>
    COLUMNS.map((_, column) => `$${row * COLUMNS.length + column + 1}`).join(',')
  const values = Array.from({ length: rows }, (_, row) => `(${places(row)})`).join(',')
  const text = `insert into bench_event (${COLUMNS.join(',')}) values ${values}`
  texts.set(rows, text)
  return text
}
