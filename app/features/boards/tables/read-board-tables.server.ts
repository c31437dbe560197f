import { z } from 'zod'
import { isPermitted } from '~/platform/context/is-permitted'
import { verb } from '~/platform/verb/verb'
import type { TableCell, TableColumn } from './board-table'
import { refuseIgnored } from './refuse-ignored'
import { servedBoard, type OpenTable } from './served-boards.server'
import { fileHead, type ServedHead } from './served-head'

export interface ReadTable {
  name: string
  columns: TableColumn[]
  rows: TableCell[][]
}

/** A board with the tables of its page. */
export interface BoardTables extends Omit<ServedHead, 'table'> {
  /** The figures of the moment that was asked for are no longer kept: these are the present ones. */
  movedOn: boolean
  tables: ReadTable[]
}

const inputSchema = z.object({
  board: z.string().max(40),
  parameters: z.record(z.string(), z.string().max(4_000)),
})

/**
 * The tables of a board, with the filter and at the watermark of its parameters. Tables of single trials come only with the
 * permission to read trials, those that are long never.
 */
export const readBoardTables = verb(
  { permission: 'boards.read', input: inputSchema, mayNeed: ['trials.read'] },
  async ({ ctx, input: { board: name, parameters }, need }): Promise<BoardTables> => {
    const board = servedBoard(name)
    if (board.permission === 'trials.read') need('trials.read')
    const mayReadTrials = isPermitted(ctx, 'trials.read')
    const opened = await board.open(ctx, parameters)
    refuseIgnored(opened.leftOut)
    const names = Object.entries(board.tables).flatMap(([table, { isLong, isPersonal }]) =>
      isLong || (isPersonal && !mayReadTrials) ? [] : [table],
    )
    const tables: ReadTable[] = []
    for (const table of names) tables.push(await readWhole(table, opened.table(table)))
    const { table: _table, ...head } = fileHead({ board: name, table: '' }, opened, parameters)
    return { ...head, movedOn: opened.period.movedOn, tables }
  },
)

async function readWhole(name: string, { columns, rows: pieces }: OpenTable): Promise<ReadTable> {
  const rows: TableCell[][] = []
  for await (const piece of pieces) rows.push(...piece)
  return { name, columns, rows }
}
