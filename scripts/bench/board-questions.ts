import { readConversionTally } from '#db/columns/boards/conversion-tally'
import { readCountsByFamily } from '#db/columns/boards/count-by-family'
import { readOverviewFigures } from '#db/columns/boards/demo-figures'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { listTrialRows } from '#db/columns/boards/list-trials'
import { trialFilter } from '#db/columns/boards/trial-filter'
import { readTrialTally } from '#db/columns/boards/trial-tally'
import type { ColumnsReader } from '#db/columns/columns-reader'
import { copyEvents } from '#db/columns/funnel/copy-events'
import { funnelOfColumns } from '#db/columns/funnel/funnel-of-columns'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { BoardScope } from '~/domain/insight/board-scope'
import { funnelQuerySchema } from '~/domain/insight/funnel/funnel-query'

/** What a board asks of the copy. */
export interface BoardQuestion {
  name: string
  atMostMs: number
  ask(reader: ColumnsReader, scope: BoardScope): Promise<unknown>
}

const BOARD_MS = 300

export const BOARD_QUESTIONS: readonly BoardQuestion[] = [
  { name: 'overview', atMostMs: BOARD_MS, ask: readOverviewFigures },
  {
    name: 'conversion by visitor',
    atMostMs: BOARD_MS,
    ask: (reader, scope) => readConversionTally(reader, scope, { unit: 'visitor' }),
  },
  { name: 'demo', atMostMs: BOARD_MS, ask: readTrialTally },
  { name: 'paths', atMostMs: 1_000, ask: readCountsByFamily },
  { name: 'choices of the filter', atMostMs: BOARD_MS, ask: readFilterChoices },
  {
    name: 'list of trials',
    atMostMs: BOARD_MS,
    ask: (reader, scope) =>
      listTrialRows(reader, {
        scope,
        set: { name: 'started' },
        sort: 'started',
        direction: 'desc',
        limit: 50,
      }),
  },
]

interface BenchFunnel {
  name: string
  atMostMs: number
  query: object
}

const STATES = [
  'documents',
  'draft',
  'ready',
  'legal-reading',
  'legal-done',
  'comments',
  'approval',
  'signature',
]
const statesOf = (names: readonly string[]) => names.map((state) => ({ event: 'state', where: { state } }))
const EVERYWHERE = ['trial', 'state', 'task', 'finish', 'asked'].map((event) => ({ event }))
const FIVE = statesOf(['documents', 'draft', 'ready', 'approval', 'signature'])
const HELP = [{ event: 'state', where: { state: 'comments' } }]

/** Over all trials: states of one demo, and the events that every trial has. */
export const BENCH_FUNNELS: readonly BenchFunnel[] = [
  { name: '5 states, ordered', atMostMs: 500, query: { steps: FIVE, order: 'ordered' } },
  { name: '8 states, ordered', atMostMs: 1_000, query: { steps: statesOf(STATES), order: 'ordered' } },
  { name: '5 steps of all demos, ordered', atMostMs: 500, query: { steps: EVERYWHERE, order: 'ordered' } },
  { name: '5 states, strict', atMostMs: 1_000, query: { steps: FIVE, order: 'strict' } },
  { name: '5 states, unordered', atMostMs: 1_000, query: { steps: FIVE, order: 'unordered' } },
  {
    name: '5 states, with an exclusion',
    atMostMs: 1_000,
    query: { steps: FIVE, order: 'ordered', exclusions: HELP },
  },
]

/** Counts a funnel over all trials of a scope. */
export function askFunnel(
  connection: DuckDBConnection,
  reader: ColumnsReader,
  scope: BoardScope,
  query: object,
) {
  const source = copyEvents({ reader, counts: trialFilter(reader, scope) })
  const read = funnelQuerySchema.parse({ windowSeconds: 30 * 86_400, ...query })
  return funnelOfColumns(connection, read, source)
}
