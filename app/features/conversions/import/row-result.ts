import type { MatchedBy } from '#db/schema/conversion'
import type { ColumnMap, CsvField } from './csv/columns'
import type { Notation, NotationQuestion } from '~/domain/csv/notation'
import type { RowIssue } from './csv/read-report'
import type { ExclusionReason } from '../reports/exclusion'

/** The result of a row: the API's result, in finer categories for people. */
export const ROW_OUTCOMES = ['matched', 'unmatched', 'corrected', 'duplicate', 'outdated', 'invalid'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export interface RowResult {
  line: number
  verdict: RowOutcome
  matchedBy: MatchedBy | null
  goal: string
  externalId: string
  /** When it happened, as an ISO instant; null if the row does not say. */
  at: string | null
  money: { value: number; currency: string } | null
  /** Why boards do not count it although it is stored. */
  uncounted: ExclusionReason | null
  issues: RowIssue[]
}

export interface FileResult {
  name: string
  hash: string
  headers: string[]
  columns: ColumnMap
  ambiguous: CsvField[]
  notation: Notation
  questions: NotationQuestion[]
  counts: Record<RowOutcome, number>
  rows: RowResult[]
}
