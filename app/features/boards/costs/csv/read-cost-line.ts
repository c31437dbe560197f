import type { Notation } from '~/domain/csv/notation'
import { readAmount } from '~/domain/csv/read-amount'
import { readDate } from '~/domain/csv/read-date'
import { costSchema, type CostInput } from '../cost-schemas'
import { COST_FIELDS, type CostColumns, type CostField } from './cost-columns'

/** What is wrong with a line, and in which column. The locale files have a text for each code. */
export interface CostIssue {
  field: CostField | null
  problem: string
  value: string
}

export type CostReading = { cost: CostInput } | { issues: CostIssue[] }

interface LineFormat extends Notation {
  /** Of amounts that name none: the workspace's. */
  currency: string
}

/** Reads a line. Everything that is wrong with it is said at once. */
export function readCostLine(
  cells: readonly string[],
  columns: CostColumns,
  format: LineFormat,
): CostReading {
  const said = (field: CostField) => unescaped(cells[columns[field] ?? -1] ?? '')
  const issues: CostIssue[] = []
  const refuse = (field: CostField, problem: string) =>
    void issues.push({ field, problem, value: said(field) })
  const dayOf = (field: 'firstDay' | 'lastDay') => {
    const day = readDate(said(field), format.dayOrder)
    if (day === null || day === 'ambiguous') refuse(field, day === null ? 'day' : 'day-order')
    return day ?? ''
  }
  const amount = readAmount(said('value'), format.decimalSign)
  if (typeof amount !== 'number') refuse('value', amount === null ? 'amount' : 'decimal-sign')
  const parsed = costSchema.safeParse({
    ...{ channel: said('channel').toLowerCase(), source: said('source'), campaign: said('campaign') },
    ...{ firstDay: dayOf('firstDay'), lastDay: dayOf('lastDay'), value: amount },
    ...{ currency: said('currency') || format.currency, reference: said('reference') },
  })
  if (parsed.success && issues.length === 0) return { cost: parsed.data }
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = COST_FIELDS.find((one) => one === path[0])
    if (field && !issues.some((known) => known.field === field)) refuse(field, message)
  }
  return { issues }
}

/** Spreadsheets are given a quotation mark before what looks like a formula; it is no part of the text. */
const unescaped = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '')
