import type { TFunction } from 'i18next'
import { instantOf } from '~/domain/day'
import type { BoardFormat } from '../figures/board-format'
import type { CellKind, TableCell } from '../tables/board-table'
import type { BoardTables, ReadTable } from '../tables/read-board-tables.server'
import type { FigureUnit } from '../tables/figure-table'

/** A figure in words. */
export interface ReadableFigure {
  label: string
  value: string
  /** Its numerator, denominator and interval, or the count behind it. */
  detail: string
}

export interface ReadableTable {
  name: string
  title: string
  columns: { label: string; isNumber: boolean }[]
  rows: string[][]
  /** Rows that are not shown. */
  left: number
}

/** A board as people read it outside: no links, no names, no lists. */
export interface ReadableBoard {
  board: string
  title: string
  /** The days, the time zone and the moment of the figures, and whether simulated trials count. */
  period: string
  figures: ReadableFigure[]
  /** Trials by step of the trend, for a drawing. */
  trend: { first: string; last: string; count: number }[]
  tables: ReadableTable[]
}

interface Words {
  t: TFunction
  format: BoardFormat
}

const NONE = '–'
/** What is no rate and no sum needs no more. */
const MOST_ROWS = 60

/** Describes the tables of a board in a language. */
export function readableBoard(
  { board, asOf, first, last, timeZone, parameters, tables }: Omit<BoardTables, 'movedOn'>,
  words: Words,
  mostRows = MOST_ROWS,
): ReadableBoard {
  const { t, format } = words
  const rowsOf = (name: string) => tables.find((one) => one.name === name)
  const days = first === null ? t('outlets:until', { day: format.day(last) }) : format.days(first, last)
  return {
    board,
    title: t(`outlets:board.${board}`, { defaultValue: board }),
    period: [
      t('outlets:period', { days, timeZone, asOf: format.instant(instantOf(asOf)) }),
      t(`boards:filter.printed.simulated.${parameters.simulated}`),
    ].join(' · '),
    figures: figuresOf(rowsOf('figures'), words),
    trend: trendOf(rowsOf('trend')),
    tables: tables
      .filter(({ name, rows }) => name !== 'figures' && name !== 'curve' && rows.length > 0)
      .map((table) => readableTable(table, words, mostRows)),
  }
}

function figuresOf(table: ReadTable | undefined, words: Words): ReadableFigure[] {
  if (!table) return []
  const at = (name: string) => table.columns.findIndex((column) => column.name === name)
  const of = (row: TableCell[], name: string) => row[at(name)] ?? null
  return table.rows.map((row) => {
    const unit = String(of(row, 'unit')) as FigureUnit
    const say = (name: string) => figureText(of(row, name), unit, words)
    const name = String(of(row, 'figure'))
    const isEnough = of(row, 'enough') === true
    return {
      label: words.t(`outlets:figure.${name}`, { defaultValue: name }),
      value: isEnough ? say('value') : words.t('outlets:tooFew'),
      detail: detailOf(
        { low: say('low'), high: say('high') },
        [of(row, 'numerator'), of(row, 'denominator')],
        words,
      ),
    }
  })
}

function detailOf(
  { low, high }: { low: string; high: string },
  [numerator, denominator]: TableCell[],
  { t, format }: Words,
): string {
  if (typeof denominator !== 'number') return ''
  const of = format.partial(denominator)
  if (typeof numerator !== 'number') return t('outlets:ofCount', { of })
  return t('outlets:interval', { numerator: format.partial(numerator), of, low, high })
}

function figureText(cell: TableCell, unit: FigureUnit, { format }: Words): string {
  if (typeof cell !== 'number') return NONE
  if (unit === 'share') return format.percent(cell)
  if (unit === 'milliseconds') return format.duration(cell)
  return format.partial(cell)
}

function trendOf(table: ReadTable | undefined): ReadableBoard['trend'] {
  return (table?.rows ?? []).map(([first, last, count]) => ({
    ...{ first: String(first), last: String(last), count: Number(count) },
  }))
}

const NUMBERS: readonly CellKind[] = ['count', 'number', 'share', 'milliseconds', 'seconds']
/** Said by an interval of the row, or of no use to a reader. */
const LEFT_OUT = ['enough', 'status', 'asOf']

function readableTable({ name, columns, rows }: ReadTable, words: Words, mostRows: number): ReadableTable {
  const { t } = words
  const shown = columns.flatMap((column, index) =>
    LEFT_OUT.includes(column.name) || rows.every((row) => (row[index] ?? null) === null)
      ? []
      : [{ column, index }],
  )
  return {
    name,
    title: t(`boards:download.table.${name}`, { defaultValue: name }),
    columns: shown.map(({ column }) => ({
      label: t(`outlets:column.${column.name}`, { defaultValue: column.name }),
      isNumber: NUMBERS.includes(column.kind),
    })),
    rows: rows
      .slice(0, mostRows)
      .map((row) => shown.map(({ column, index }) => cellText(row[index] ?? null, column.kind, words))),
    left: Math.max(0, rows.length - mostRows),
  }
}

function cellText(cell: TableCell, kind: CellKind, { t, format }: Words): string {
  if (cell === null) return NONE
  if (typeof cell === 'boolean') return t(cell ? 'outlets:yes' : 'outlets:no')
  if (typeof cell === 'number') return numberText(cell, kind, format)
  if (Array.isArray(cell)) return cell.join(' → ')
  if (kind === 'day') return format.day(String(cell))
  // Stored figures have instants as texts.
  if (kind === 'instant') return format.instant(cell instanceof Date ? cell : instantOf(String(cell)))
  return String(cell)
}

function numberText(value: number, kind: CellKind, format: BoardFormat): string {
  if (kind === 'share') return format.percent(value)
  if (kind === 'milliseconds') return format.duration(value)
  if (kind === 'seconds') return format.duration(value * 1_000)
  return kind === 'count' ? format.number(value) : format.partial(value)
}
