import { DomainError } from '~/domain/errors'
import type { Permission } from '~/domain/access/permissions'
import type { Context } from '~/platform/context/context'
import { accountTables } from '../accounts/account-tables'
import { readAccountFile } from '../accounts/read-account-file.server'
import { breakdownTables } from '../breakdown/breakdown-tables'
import { readBreakdownFile } from '../breakdown/read-breakdown-file.server'
import { channelTables } from '../channels/channel-tables'
import { readChannelFile } from '../channels/read-channel-file.server'
import { cohortTables } from '../cohorts/cohort-tables'
import { readCohorts } from '../cohorts/read-cohorts.server'
import { conversionBoardTables } from '../conversion/conversion-board-tables'
import { readConversion } from '../conversion/read-conversion.server'
import { costTables } from '../costs/cost-tables'
import { readCostBoard } from '../costs/read-cost-board.server'
import { demoBoardTables } from '../demo/demo-board-tables'
import { readDemoBoard } from '../demo/read-demo-board.server'
import { feedbackTables } from '../feedback/feedback-tables'
import { readFeedback } from '../feedback/read-feedback.server'
import { funnelTables } from '../funnels/funnel-tables'
import { readFunnel } from '../funnels/read-funnel.server'
import { impactTables } from '../impact/impact-tables'
import { readDemoImpact } from '../impact/read-demo-impact.server'
import { overviewTables } from '../overview/overview-tables'
import { readOverview } from '../overview/read-overview.server'
import { pathTables } from '../paths/path-tables'
import { readDemoPaths } from '../paths/read-demo-paths.server'
import { openRawTrials } from '../trials/open-raw-trials.server'
import { trialTables } from '../trials/trial-tables'
import type { BoardAnswer } from './board-answer'
import type { BoardTable, TableCell, TableColumn } from './board-table'

type Parameters = Record<string, unknown>

/** A board as files, the API, shared links and messages read it. */
export interface ServedBoard {
  /** What its use case asks for. */
  permission: Extract<Permission, 'boards.read' | 'trials.read'>
  tables: Readonly<Record<string, Pick<BoardTable<never>, 'isLong' | 'isPersonal'>>>
  open(ctx: Context, parameters: Parameters): Promise<OpenBoard>
}

/** A board that was read with its filter, at its watermark. */
export interface OpenBoard extends BoardAnswer {
  table(name: string): OpenTable
}

export interface OpenTable {
  columns: TableColumn[]
  rows: Iterable<TableCell[][]> | AsyncIterable<TableCell[][]>
}

/**
 * The boards with their tables. To add one: a file of tables beside it (`boardTable`), and a line here. Its use case is the
 * one of its page, so that what leaves says what the page says.
 */
const SERVED_BOARDS = {
  overview: served((ctx, input) => readOverview({ ctx, input }), overviewTables),
  demo: served((ctx, input) => readDemoBoard({ ctx, input }), demoBoardTables),
  paths: served((ctx, input) => readDemoPaths({ ctx, input }), pathTables),
  revisions: served((ctx, input) => readDemoImpact({ ctx, input }), impactTables),
  conversion: served((ctx, input) => readConversion({ ctx, input }), conversionBoardTables),
  breakdown: served((ctx, input) => readBreakdownFile({ ctx, input }), breakdownTables),
  channels: served((ctx, input) => readChannelFile({ ctx, input }), channelTables),
  costs: served((ctx, input) => readCostBoard({ ctx, input }), costTables),
  accounts: served((ctx, input) => readAccountFile({ ctx, input }), accountTables),
  cohorts: served((ctx, input) => readCohorts({ ctx, input }), cohortTables),
  funnel: served((ctx, input) => readFunnel({ ctx, input }), funnelTables),
  feedback: served((ctx, input) => readFeedback({ ctx, input }), feedbackTables, 'trials.read'),
  trials: served(openRawTrials, trialTables, 'trials.read'),
} satisfies Record<string, ServedBoard>

type BoardName = keyof typeof SERVED_BOARDS

export const BOARD_NAMES = Object.keys(SERVED_BOARDS) as [BoardName, ...BoardName[]]

/** The board of this name. @throws DomainError `not-found` */
export function servedBoard(name: string): ServedBoard {
  const known = BOARD_NAMES.find((one) => one === name)
  if (!known) throw new DomainError('not-found', 'There is no such board.')
  return SERVED_BOARDS[known]
}

/** The table of this name; the prototype's names are none. @throws DomainError `not-found` */
export function tableOf(board: ServedBoard, name: string): Pick<BoardTable<never>, 'isLong' | 'isPersonal'> {
  const table = Object.hasOwn(board.tables, name) ? board.tables[name] : undefined
  if (!table) throw new DomainError('not-found', 'This board has no such table.')
  return table
}

function served<Board extends BoardAnswer>(
  read: (ctx: Context, parameters: Parameters) => Promise<Board>,
  tables: Record<string, BoardTable<Board>>,
  permission: ServedBoard['permission'] = 'boards.read',
): ServedBoard {
  return {
    permission,
    tables,
    open: async (ctx, parameters) => {
      const board = await read(ctx, parameters)
      const { query, leftOut, period } = board
      const table = (name: string): OpenTable => {
        const own = tables[name]
        if (!own) throw new DomainError('not-found', 'This board has no such table.')
        return { columns: own.columns(board), rows: own.rows(board, ctx) }
      }
      return { query, leftOut, period, table }
    },
  }
}
