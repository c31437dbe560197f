import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import { readChannelCounts } from '#db/columns/boards/channels/channel-counts'
import { readChannelCredits } from '#db/columns/boards/channels/channel-credits'
import { readHesitation } from '#db/columns/boards/hesitation'
import { readIdealCounts } from '#db/columns/boards/ideal-counts'
import { readLatestComments } from '#db/columns/boards/latest-comments'
import { readFlowTally } from '#db/columns/boards/paths/flow-tally'
import { readConversionTally } from '#db/columns/boards/conversion-tally'
import { readCountsByFamily } from '#db/columns/boards/count-by-family'
import { readOverviewFigures } from '#db/columns/boards/demo-figures'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { listTrialRows } from '#db/columns/boards/list-trials'
import type { TrialListPage } from '#db/columns/boards/list-trials'
import { trialFilter } from '#db/columns/boards/trial-filter'
import { readTrialTally } from '#db/columns/boards/trial-tally'
import type { ColumnsReader } from '#db/columns/columns-reader'
import { copyEvents } from '#db/columns/funnel/copy-events'
import { funnelOfColumns } from '#db/columns/funnel/funnel-of-columns'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ATTRIBUTION_MODELS } from '~/domain/insight/attribution/models'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { BreakdownTerms } from '~/domain/insight/breakdown/breakdown-terms'
import { funnelQuerySchema } from '~/domain/insight/funnel/funnel-query'
import { formatTrialSet } from '~/domain/insight/trial-set'

/** What a board asks of the copy. */
export interface BoardQuestion {
  name: string
  atMostMs: number
  ask(reader: ColumnsReader, scope: BoardScope): Promise<unknown>
}

const BOARD_MS = 300

/** Paths over everything. */
const PATHS_MS = 500

const order: BreakdownTerms['order'] = { column: 'trials', descending: true }

const BREAKDOWNS: readonly BreakdownTerms[] = [
  { measure: 'trials', by: ['channel'], order },
  { measure: 'converted', by: ['demo'], order },
  { measure: 'tasks', by: ['plan', 'locale'], order },
  { measure: 'active', by: ['demo', 'plan'], order },
  { measure: 'score', by: ['channel'], order },
]

const LISTS: readonly Pick<TrialListPage, 'set' | 'sort' | 'direction'>[] = [
  { set: { name: 'started' }, sort: 'started', direction: 'desc' },
  { set: { name: 'finished' }, sort: 'active', direction: 'desc' },
  { set: { name: 'dropped' }, sort: 'score', direction: 'asc' },
  { set: { name: 'converted' }, sort: 'started', direction: 'desc' },
  { set: { family: 'entered', key: 'documents' }, sort: 'active', direction: 'desc' },
]

const A_DEMO = 'contract-review'

/** Everything that the board of one demo reads. */
const askDemoBoard: BoardQuestion['ask'] = (reader, whole) => {
  const scope = { ...whole, filter: { ...whole.filter, demo: A_DEMO } }
  return Promise.all([
    readTrialTally(reader, scope),
    readFilterChoices(reader, scope),
    readLatestComments(reader, scope, 5),
    readHesitation(reader, scope),
    readIdealCounts(reader, scope),
  ])
}

export const BOARD_QUESTIONS: readonly BoardQuestion[] = [
  { name: 'overview', atMostMs: BOARD_MS, ask: readOverviewFigures },
  {
    name: 'conversion by visitor',
    atMostMs: BOARD_MS,
    ask: (reader, scope) => readConversionTally(reader, scope, { unit: 'visitor' }),
  },
  { name: 'figures of all demos as of one', atMostMs: BOARD_MS, ask: readTrialTally },
  { name: 'demo', atMostMs: BOARD_MS, ask: askDemoBoard },
  { name: 'paths', atMostMs: PATHS_MS, ask: readCountsByFamily },
  {
    name: 'stretches of paths',
    atMostMs: PATHS_MS,
    ask: (reader, scope) => readFlowTally(reader, scope, { of: 'states', steps: 5 }),
  },
  { name: 'choices of the filter', atMostMs: BOARD_MS, ask: readFilterChoices },
  ...BREAKDOWNS.map((terms): BoardQuestion => ({
    name: `breakdown: ${terms.measure} by ${terms.by.join(' and ')}`,
    atMostMs: BOARD_MS,
    ask: (reader, scope) => readBreakdownTally(reader, scope, terms),
  })),
  { name: 'channels: counts', atMostMs: BOARD_MS, ask: readChannelCounts },
  ...ATTRIBUTION_MODELS.map((model): BoardQuestion => ({
    name: `channels: credits by ${model}`,
    atMostMs: BOARD_MS,
    ask: (reader, scope) => readChannelCredits(reader, scope, { model }),
  })),
  ...LISTS.map((page): BoardQuestion => ({
    name: `list: ${formatTrialSet(page.set)} by ${page.sort}`,
    atMostMs: BOARD_MS,
    ask: (reader, scope) => listTrialRows(reader, { ...page, scope, limit: 50 }),
  })),
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

const EIGHT = statesOf(STATES)
const BY_CHANNEL = { by: 'first-touch', prop: 'channel' }

/** Over all trials: states of one demo, and the events that every trial has. */
export const BENCH_FUNNELS: readonly BenchFunnel[] = [
  { name: '5 states, ordered', atMostMs: 500, query: { steps: FIVE, order: 'ordered' } },
  { name: '8 states, ordered', atMostMs: 1_000, query: { steps: EIGHT, order: 'ordered' } },
  { name: '5 steps of all demos, ordered', atMostMs: 500, query: { steps: EVERYWHERE, order: 'ordered' } },
  {
    name: '5 states by first touch',
    atMostMs: 1_000,
    query: { steps: FIVE, order: 'ordered', breakdown: BY_CHANNEL },
  },
  ...(['strict', 'unordered'] as const).flatMap((order) => [
    { name: `5 states, ${order}`, atMostMs: 1_000, query: { steps: FIVE, order } },
    { name: `8 states, ${order}`, atMostMs: 2_000, query: { steps: EIGHT, order } },
  ]),
  {
    name: '5 states, with an exclusion',
    atMostMs: 1_000,
    query: { steps: FIVE, order: 'ordered', exclusions: HELP },
  },
  {
    name: '8 states, with an exclusion',
    atMostMs: 2_000,
    query: { steps: EIGHT, order: 'ordered', exclusions: [{ event: 'finish', where: { outcome: 'other' } }] },
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
