import { emailHash } from '~/server/email-hash'
import { reportSchema } from '../schemas'
import type { Report } from '../schemas'
import { CSV_FIELDS } from './columns'
import type { ColumnMap, CsvField } from './columns'
import { readMoment } from './read-moment'

/** What is wrong with a row, and in which column; the words are `import.issue.<problem>`. */
export interface RowIssue {
  column: CsvField | null
  problem: 'goal' | 'moment' | 'future' | 'email' | 'hash' | 'id' | 'text' | 'whose' | 'withdrawn'
  value: string
}

export type RowReading = { report: Report } | { issues: RowIssue[] }

interface Surroundings {
  timeZone: string
  now: Date
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const UNFIT: Partial<Record<CsvField, RowIssue['problem']>> = {
  goal: 'goal',
  emailHash: 'hash',
  trial: 'id',
  visitor: 'id',
}

/** Turns a row into what the API would be sent. Addresses are hashed here and go no further. */
export function readReport(cells: readonly string[], columns: ColumnMap, around: Surroundings): RowReading {
  const given = Object.fromEntries(
    CSV_FIELDS.map((field) => [field, cells[columns[field] ?? -1] ?? '']),
  ) as Record<CsvField, string>
  const issues: RowIssue[] = []
  const momentOf = (column: 'at' | 'updatedAt'): string | undefined => {
    if (given[column] === '') return undefined
    const at = readMoment(given[column], around.timeZone)
    const problem = !at ? 'moment' : column === 'at' && at > around.now ? 'future' : null
    if (problem) issues.push({ column, problem, value: given[column] })
    return at?.toISOString()
  }
  const { email, ...rest } = given
  if (email !== '' && !EMAIL.test(email)) issues.push({ column: 'email', problem: 'email', value: email })
  const hashed = email === '' ? rest.emailHash : emailHash(email)
  const goal = rest.goal.toLowerCase().replace(/[\s_]+/g, '-')
  const moments = { at: momentOf('at'), updatedAt: momentOf('updatedAt') }
  const parsed = reportSchema.safeParse(withoutBlanks({ ...rest, goal, emailHash: hashed, ...moments }))
  if (parsed.success && issues.length === 0) return { report: parsed.data }
  return { issues: [...issues, ...othersOf(parsed.error?.issues ?? [], issues, given)] }
}

const withoutBlanks = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  )

function othersOf(
  issues: readonly { path: PropertyKey[] }[],
  known: readonly RowIssue[],
  given: Record<CsvField, string>,
): RowIssue[] {
  return issues.flatMap(({ path }): RowIssue[] => {
    const column = CSV_FIELDS.find((field) => field === path[0]) ?? null
    if (column === null)
      return known.some((one) => one.column === 'email') ? [] : [{ column, problem: 'whose', value: '' }]
    if (known.some((one) => one.column === column)) return []
    return [{ column, problem: UNFIT[column] ?? 'text', value: given[column] }]
  })
}
