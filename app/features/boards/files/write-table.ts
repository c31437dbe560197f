import { CSV_MARK, csvLines } from '~/platform/csv/write-csv'
import { parquetFile, type ParquetCell, type ParquetKind } from '~/platform/parquet/parquet-file'
import type { CellKind, TableCell } from '../tables/board-table'
import { recordOfRow } from '../tables/record-of-row'
import type { OpenTable } from '../tables/served-boards.server'
import type { ServedHead } from '../tables/served-head'
import type { TableFormat } from './file-formats'

type Writer = (head: ServedHead, table: OpenTable) => AsyncIterable<string | Uint8Array>

/** Writes a table in a format, a piece at a time. */
export function writeTable(format: TableFormat, head: ServedHead, table: OpenTable) {
  return WRITERS[format](head, table)
}

const WRITERS: Record<TableFormat, Writer> = {
  /** The watermark is a column: a line that is none would break readers. */
  async *csv({ asOf }, { columns, rows }) {
    yield CSV_MARK + csvLines([[...columns.map(({ name }) => name), 'asOf']])
    for await (const piece of rows) yield csvLines(piece.map((row) => [...row.map(csvCell), asOf]))
  },
  async *json(head, { columns, rows }) {
    yield `${JSON.stringify({ ...head, columns }).slice(0, -1)},"rows":[`
    let mark = '\n'
    for await (const piece of rows) {
      if (piece.length === 0) continue
      yield mark + piece.map((row) => JSON.stringify(recordOfRow(columns, row))).join(',\n')
      mark = ',\n'
    }
    yield '\n]}\n'
  },
  async *ndjson(_head, { columns, rows }) {
    for await (const piece of rows) {
      yield piece.map((row) => `${JSON.stringify(recordOfRow(columns, row))}\n`).join('')
    }
  },
  parquet({ parameters, ...head }, { columns, rows }) {
    const texts = Object.entries(head).map(([name, value]) => [name, String(value ?? '')])
    const notes = { ...Object.fromEntries(texts), parameters: JSON.stringify(parameters) }
    const kinds = columns.map(({ name, kind }) => ({ name, kind: PARQUET_KINDS[kind] }))
    return parquetFile({ columns: kinds, notes }, parquetRows(rows))
  },
}

const PARQUET_KINDS: Record<CellKind, ParquetKind> = {
  text: 'text',
  count: 'integer',
  number: 'decimal',
  share: 'decimal',
  milliseconds: 'decimal',
  seconds: 'decimal',
  flag: 'flag',
  instant: 'instant',
  day: 'text',
  list: 'text',
}

async function* parquetRows(pieces: OpenTable['rows']): AsyncGenerator<ParquetCell[][]> {
  for await (const piece of pieces) yield piece.map((row) => row.map(parquetCell))
}

const isList = (cell: TableCell): cell is readonly string[] => Array.isArray(cell)

/** Ids hold no spaces. */
const parquetCell = (cell: TableCell): ParquetCell => (isList(cell) ? cell.join(' ') : cell)

function csvCell(cell: TableCell): string | number {
  if (cell === null) return ''
  if (typeof cell === 'number') return cell
  if (cell instanceof Date) return cell.toISOString()
  return isList(cell) ? cell.join(' ') : String(cell)
}
