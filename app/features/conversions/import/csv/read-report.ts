import { readEmailAddress } from '~/domain/email-address'
import { emailHash } from '~/platform/addresses/email-hash'
import { reportSchema } from '../../schemas'
import type { Report } from '../../schemas'
import { CSV_FIELDS } from './columns'
import type { ColumnMap, CsvField } from './columns'
import { readAmount } from '~/domain/csv/read-amount'
import type { DecimalSign } from '~/domain/csv/read-amount'
import { readMoment } from './read-moment'
import type { MomentFormat } from './read-moment'

/** What is wrong with a row, and in which column. The locale files have a text for each code. */
export interface RowIssue {
  column: CsvField | null
  problem:
    | 'goal'
    | 'moment'
    | 'day-order'
    | 'future'
    | 'amount'
    | 'decimal-sign'
    | 'currency'
    | 'email'
    | 'hash'
    | 'id'
    | 'text'
    | 'whose'
    | 'two-columns'
    | 'withdrawn'
  value: string
}

export type RowReading = { report: Report } | { issues: RowIssue[] }

/** How the cells of a file are written, and where it is read. */
export interface FileFormat extends MomentFormat {
  now: Date
  decimalSign: DecimalSign | null
  /** Of amounts that name none: the workspace's. */
  currency: string
  /** Fields that two columns could be, without a choice yet. */
  ambiguous: readonly CsvField[]
}

type Cells = Record<CsvField, string>

const UNFIT: Partial<Record<CsvField, RowIssue['problem']>> = {
  goal: 'goal',
  value: 'amount',
  currency: 'currency',
  emailHash: 'hash',
  trial: 'id',
  visitor: 'id',
}

/** Turns a row into an API report. Addresses are hashed here and go no further. */
export function readReport(cells: readonly string[], columns: ColumnMap, format: FileFormat): RowReading {
  const given = Object.fromEntries(
    CSV_FIELDS.map((field) => [field, cells[columns[field] ?? -1] ?? '']),
  ) as Cells
  const issues: RowIssue[] = format.ambiguous.map((column) => ({
    column,
    problem: 'two-columns',
    value: '',
  }))
  const report = {
    goal: given.goal.toLowerCase().replace(/[\s_]+/g, '-'),
    at: readAt('at', given, format, issues),
    updatedAt: readAt('updatedAt', given, format, issues),
    externalId: given.externalId,
    ...readMoney(given, format, issues),
    trial: given.trial,
    resumeLink: given.resumeLink,
    visitor: given.visitor,
    emailHash: readAddress(given, issues),
  }
  const parsed = reportSchema.safeParse(withoutBlanks(report))
  if (parsed.success && issues.length === 0) return { report: parsed.data }
  return { issues: [...issues, ...othersOf(parsed.error?.issues ?? [], issues, given)] }
}

function readAt(
  column: 'at' | 'updatedAt',
  given: Cells,
  format: FileFormat,
  issues: RowIssue[],
): string | undefined {
  const value = given[column]
  if (value === '') return undefined
  const at = readMoment(value, format)
  if (at === null || at === 'ambiguous') {
    issues.push({ column, problem: at === null ? 'moment' : 'day-order', value })
    return undefined
  }
  if (column === 'at' && at > format.now) issues.push({ column, problem: 'future', value })
  return at.toISOString()
}

/** An amount with its currency; a currency without an amount is ignored. */
function readMoney(
  given: Cells,
  format: FileFormat,
  issues: RowIssue[],
): { value?: number; currency?: string } {
  if (given.value === '') return {}
  const value = readAmount(given.value, format.decimalSign)
  if (value === null || value === 'ambiguous') {
    const problem = value === null ? 'amount' : 'decimal-sign'
    issues.push({ column: 'value', problem, value: given.value })
    return {}
  }
  return { value, currency: given.currency === '' ? format.currency : given.currency.toUpperCase() }
}

function readAddress({ email, emailHash: hash }: Cells, issues: RowIssue[]): string {
  if (email === '') return hash
  if (!readEmailAddress(email)) issues.push({ column: 'email', problem: 'email', value: email })
  return emailHash(email)
}

const withoutBlanks = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

/** Issues found by the schema, besides those already known. */
function othersOf(
  issues: readonly { path: PropertyKey[] }[],
  known: readonly RowIssue[],
  given: Cells,
): RowIssue[] {
  return issues.flatMap(({ path }): RowIssue[] => {
    const column = CSV_FIELDS.find((field) => field === path[0]) ?? null
    if (column === null)
      return known.some((one) => one.column === 'email') ? [] : [{ column, problem: 'whose', value: '' }]
    if (known.some((one) => one.column === column)) return []
    return [{ column, problem: UNFIT[column] ?? 'text', value: given[column] }]
  })
}
