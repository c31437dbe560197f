import { createHash } from 'node:crypto'
import type { Notation, NotationQuestion } from '~/domain/csv/notation'
import { decimalSignOf, readAmount } from '~/domain/csv/read-amount'
import { dayOrderOf, readDate } from '~/domain/csv/read-date'
import { decodeText } from '~/platform/csv/decode-text'
import { readTable } from '~/platform/csv/read-table'
import type { Unreadable } from '~/platform/csv/unreadable'
import { findCostColumns, type CostField } from './cost-columns'
import { readCostLine, type CostReading } from './read-cost-line'

interface CostLine {
  line: number
  reading: CostReading
}

export interface CostFile {
  notation: Notation
  /** What a cell could be read in two ways by. */
  questions: NotationQuestion[]
  lines: CostLine[]
  /** Of the bytes of the file and of how its cells were read. */
  hash: string
}

/** Why a file says no costs. */
export type CostFileRefusal = { unreadable: Unreadable } | { missing: CostField[] }

/** Reads a file of costs: a cost of each line, or what is wrong with it. */
export function readCostFile(
  { bytes, notation: chosen }: { bytes: Uint8Array; notation: Partial<Notation> },
  { currency }: { currency: string },
): CostFile | CostFileRefusal {
  const decoded = decodeText(bytes)
  if ('unreadable' in decoded) return decoded
  const table = readTable(decoded.text)
  if ('unreadable' in table) return table
  const { columns, missing } = findCostColumns(table.headers)
  if (missing.length > 0) return { missing }
  const cellsOf = (field: CostField) => table.rows.map(({ cells }) => cells[columns[field] ?? -1] ?? '')
  const days = [...cellsOf('firstDay'), ...cellsOf('lastDay')]
  const amounts = cellsOf('value')
  const notation = {
    dayOrder: chosen.dayOrder ?? agreed(days.map(dayOrderOf)),
    decimalSign: chosen.decimalSign ?? agreed(amounts.map(decimalSignOf)),
  }
  const lines = table.rows.map(({ line, cells }) => ({
    ...{ line, reading: readCostLine(cells, columns, { ...notation, currency }) },
  }))
  return {
    ...{ notation, lines: withoutRepeated(lines), hash: hashOf(bytes, notation) },
    questions: [
      ...(days.some((day) => readDate(day, null) === 'ambiguous') ? ['dayOrder' as const] : []),
      ...(amounts.some((amount) => readAmount(amount, null) === 'ambiguous') ? ['decimalSign' as const] : []),
    ],
  }
}

/** A line that says a cost once more, whatever its amount, is refused with the number of the first that says it. */
function withoutRepeated(lines: readonly CostLine[]): CostLine[] {
  const first = new Map<string, number>()
  return lines.map(({ line, reading }) => {
    if ('issues' in reading) return { line, reading }
    const { value: _value, ...key } = reading.cost
    const text = JSON.stringify(Object.entries(key).sort())
    const before = first.get(text)
    if (before !== undefined) {
      return { line, reading: { issues: [{ field: null, problem: 'twice', value: String(before) }] } }
    }
    first.set(text, line)
    return { line, reading }
  })
}

/** The unanimous vote; null when there are none or they differ. Cells that say nothing vote null. */
function agreed<Value>(votes: readonly (Value | null)[]): Value | null {
  const [only, ...others] = new Set(votes.filter((vote) => vote !== null))
  return only === undefined || others.length > 0 ? null : only
}

function hashOf(bytes: Uint8Array, notation: Notation): string {
  return createHash('sha256').update(bytes).update(JSON.stringify(notation)).digest('base64url')
}
