import type { Context } from '~/platform/context/context'

/** What a cell holds. Shares lie between 0 and 1; instants are dates in UTC; lists hold ids. */
export type CellKind =
  'text' | 'count' | 'number' | 'share' | 'milliseconds' | 'seconds' | 'flag' | 'instant' | 'day' | 'list'

export type TableCell = string | number | boolean | Date | readonly string[] | null

/** A column as files and the API name it. */
export interface TableColumn {
  name: string
  kind: CellKind
}

/** Several rows at a time: a table may be long. */
type Chunks = Iterable<TableCell[][]> | AsyncIterable<TableCell[][]>

/** One table of a board. */
export interface BoardTable<Board> {
  columns(board: Board): TableColumn[]
  rows(board: Board, ctx: Context): Chunks
  /** It speaks of single trials: only who may read those gets it, and it is in no shared link and no message. */
  isPersonal: boolean
  /** It is read a piece at a time, and is in files alone. */
  isLong: boolean
}

interface LongTable<Board, Row> extends BoardTable<Board> {
  /** The cells of some of its rows. */
  cells(rows: readonly Row[]): TableCell[][]
}

interface ColumnOf<Row> {
  kind: CellKind
  of: (row: Row) => TableCell | undefined
}

const kind =
  (name: CellKind) =>
  <Row>(of: ColumnOf<Row>['of']): ColumnOf<Row> => ({ kind: name, of })

/** The columns of a table, by what their cells hold. */
export const column = {
  text: kind('text'),
  count: kind('count'),
  number: kind('number'),
  share: kind('share'),
  milliseconds: kind('milliseconds'),
  seconds: kind('seconds'),
  flag: kind('flag'),
  instant: kind('instant'),
  day: kind('day'),
  list: kind('list'),
}

type Columns<Row> = Record<string, ColumnOf<Row>>

/**
 * A table whose rows are part of what the page of the board reads, so that files and page say the same.
 *
 * ```ts
 * demos: boardTable((board: Overview) => board.demos, {
 *   demo: column.text((demo) => demo.slug),
 *   trials: column.count((demo) => demo.trials),
 * })
 * ```
 */
export function boardTable<Board, Row>(
  rowsOf: (board: Board) => readonly Row[],
  columns: Columns<Row> | ((board: Board) => Columns<Row>),
  { isPersonal = false } = {},
): BoardTable<Board> {
  const of = (board: Board) => (typeof columns === 'function' ? columns(board) : columns)
  return {
    columns: (board) => namesOf(of(board)),
    rows: (board) => [rowsOf(board).map((row) => cellsOf(of(board), row))],
    isPersonal,
    isLong: false,
  }
}

/** A table of single trials or their parts that is as long as it is: its rows are read a piece at a time. */
export function longTable<Board, Row>(
  piecesOf: (board: Board, ctx: Context) => AsyncIterable<readonly Row[]>,
  columns: Columns<Row>,
): LongTable<Board, Row> {
  const cells = (rows: readonly Row[]) => rows.map((row) => cellsOf(columns, row))
  return {
    cells,
    columns: () => namesOf(columns),
    async *rows(board, ctx) {
      for await (const rows of piecesOf(board, ctx)) yield cells(rows)
    },
    isPersonal: true,
    isLong: true,
  }
}

const namesOf = (columns: Columns<never>): TableColumn[] =>
  Object.entries(columns).map(([name, one]) => ({ name, kind: one.kind }))

const cellsOf = <Row>(columns: Columns<Row>, row: Row): TableCell[] =>
  Object.values(columns).map((one) => plain(one.of(row)))

/** An end without bound is empty. */
function plain(cell: TableCell | undefined): TableCell {
  if (cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))) return null
  return cell
}
