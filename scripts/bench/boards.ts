import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFirstCopy } from '#db/columns/copy/make-first-copy'
import { readerOver } from '#db/columns/columns-reader'
import { openColumns, type Columns } from '#db/columns/open-columns'
import type { Sql } from '#db/client'
import type { BoardFilter } from '~/domain/insight/board-filter'
import { boardScope, type BoardScope } from '~/domain/insight/board-scope'
import { resolveRange, type RangeChoice } from '~/domain/insight/date-range'
import { measureClock } from '~/domain/insight/measured-trial'
import { createRandom } from '~/host/simulate/random'
import { withBoardData } from './board-data'
import { askFunnel, BENCH_FUNNELS, BOARD_QUESTIONS } from './board-questions'
import { figure, type Figure } from './figure'

export interface BoardsOptions {
  trials: number
  /** Where the bench keeps its database from one run to the next. */
  data: string
  rounds: number
  seed: number
  say: (line: string) => void
}

const FIRST_COPY_S = 120
const RANDOM_FILTERS = 20
const RANGES: readonly RangeChoice[] = [{ preset: '30d' }, { preset: '90d' }, { preset: 'all' }]

/** Measures the questions of boards over a columnar copy of many trials, and how long that copy takes. */
export function benchBoards(options: BoardsOptions): Promise<Figure[]> {
  return withBoardData(options.data, options, async ({ sql }) => {
    const directory = await mkdtemp(join(options.data, 'copy-'))
    try {
      using columns = await openColumns({ file: join(directory, 'copy.duckdb') })
      options.say('Making a first copy')
      const asOfMs = Date.now()
      const copyMs = await timed(() => makeFirstCopy(columns.connection, sql, { watermarkMs: asOfMs }))
      const measures = { ...options, columns, asOfMs }
      return [
        figure('first copy', copyMs / 1_000, 's', { atMost: FIRST_COPY_S }),
        ...(await questionFigures(measures)),
        ...(await funnelFigures(measures)),
        ...(await postgresFigures(sql, measures)),
      ]
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  })
}

interface Measuring extends BoardsOptions {
  columns: Columns
  asOfMs: number
}

/** Every question over each range, without a filter and with random ones; each on a connection of its own. */
async function questionFigures({ columns, asOfMs, seed, say }: Measuring): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, atMostMs, ask } of BOARD_QUESTIONS) {
    say(`Asking for ${name}`)
    const times: number[] = []
    for (const scope of scopesOf(seed, asOfMs)) {
      const connection = await columns.connect()
      times.push(await timed(() => ask(readerOver(connection, asOfMs), scope)))
      connection.closeSync()
    }
    figures.push(figure(`${name}, 95th percentile`, p95(times), 'ms', { atMost: atMostMs }))
  }
  return figures
}

async function funnelFigures({ columns, asOfMs, rounds, say }: Measuring): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, atMostMs, query } of BENCH_FUNNELS) {
    say(`Counting the funnel of ${name}`)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const connection = await columns.connect()
      const reader = readerOver(connection, asOfMs)
      times.push(
        await timed(() => askFunnel(connection, reader, scopeOf({}, { preset: 'all' }, asOfMs), query)),
      )
      connection.closeSync()
    }
    figures.push(figure(`funnel of ${name}, 95th percentile`, p95(times), 'ms', { atMost: atMostMs }))
  }
  return figures
}

/** The same kind of funnel as joins of the trial table with itself, and a plain count, each against the copy. */
async function postgresFigures(sql: Sql, { columns, asOfMs, say }: Measuring): Promise<Figure[]> {
  say('Counting in PostgreSQL')
  const count = await timed(() => sql`select count(*) from trial_event`)
  const joins = await timed(() => sql.unsafe(SELF_JOINS))
  const connection = await columns.connect()
  const reader = readerOver(connection, asOfMs)
  const [first] = BENCH_FUNNELS
  const own = await timed(() =>
    askFunnel(connection, reader, scopeOf({}, { preset: 'all' }, asOfMs), first?.query ?? {}),
  )
  connection.closeSync()
  return [
    figure('count(*) of all events in PostgreSQL', count, 'ms'),
    figure('5 states as self-joins in PostgreSQL', joins, 'ms'),
    figure('self-joins against the copy', joins / own, 'ratio'),
    figure('count(*) against the copy', count / own, 'ratio'),
  ]
}

const SELF_JOINS = `
  with step as materialized (
    select visitor_id, id, state, place from trial, unnest(path) with ordinality as own(state, place))
  select count(distinct a.visitor_id), count(distinct b.visitor_id), count(distinct c.visitor_id),
    count(distinct d.visitor_id), count(distinct e.visitor_id)
  from step a
    left join step b on b.visitor_id = a.visitor_id and b.state = 'draft' and b.place > a.place
    left join step c on c.visitor_id = b.visitor_id and c.state = 'ready' and c.place > b.place
    left join step d on d.visitor_id = c.visitor_id and d.state = 'approval' and d.place > c.place
    left join step e on e.visitor_id = d.visitor_id and e.state = 'signature' and e.place > d.place
  where a.state = 'documents'`

function scopesOf(seed: number, asOfMs: number): BoardScope[] {
  const random = createRandom(`boards ${seed}`)
  const filters = Array.from({ length: RANDOM_FILTERS }, (): Partial<BoardFilter> => ({
    ...(random.next() < 0.5 && { plan: random.one(['free', 'premium']) }),
    ...(random.next() < 0.5 && { locale: random.one(['en', 'es', 'zh'] as const) }),
    ...(random.next() < 0.5 && { channel: random.one(['direct', 'search', 'paid', 'email']) }),
    ...(random.next() < 0.5 && { device: random.one(['desktop', 'phone'] as const) }),
  }))
  return RANGES.flatMap((range) => [{}, ...filters].map((filter) => scopeOf(filter, range, asOfMs)))
}

function scopeOf(filter: Partial<BoardFilter>, range: RangeChoice, asOfMs: number): BoardScope {
  const now = new Date(asOfMs)
  return boardScope({
    filter: { flagged: false, simulated: true, ...filter },
    range: resolveRange(range, now, 'UTC'),
    clock: measureClock(now, 30),
    timeZone: 'UTC',
  })
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}
