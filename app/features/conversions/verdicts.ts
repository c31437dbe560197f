import type { MatchedBy } from '#db/schema/conversion'
import type { ColumnMap } from './csv/columns'
import type { RowIssue } from './csv/read-report'

/** What becomes of a row: as the API would say it, told apart by what a person wants to know. */
export const VERDICTS = ['matched', 'unmatched', 'corrected', 'duplicate', 'outdated', 'invalid'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface RowVerdict {
  line: number
  verdict: Verdict
  matchedBy: MatchedBy | null
  goal: string
  externalId: string
  issues: RowIssue[]
}

export interface FileVerdict {
  name: string
  hash: string
  headers: string[]
  columns: ColumnMap
  counts: Record<Verdict, number>
  rows: RowVerdict[]
}
