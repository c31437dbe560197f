import type { ImportedCost } from '#db/queries/costs'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { ConvertedValue } from '~/domain/insight/value'
import type { CostInput, CostListQuery } from './cost-schemas'
import type { CostFile, CostFileRefusal } from './csv/read-cost-file.server'
import type { CostIssue } from './csv/read-cost-line'

/** A cost as pages show it. */
export interface CostView extends Omit<CostInput, 'channel'> {
  id: string
  channel: string
  simulated: boolean
  version: number
  changedAt: Date
  changedBy: string
  /** The part of it that falls into the days of the list; null where the list has none. */
  part: number | null
}

export interface CostList {
  query: CostListQuery
  leftOut: readonly IgnoredParameter[]
  costs: CostView[]
  /** Of all that match, of which the page may show fewer. */
  count: number
  /** What the costs of the list sum to, or the parts of them that fall into its days. */
  sum: ConvertedValue
  /** The cost that was just removed, unless it was put back. */
  removed: CostView | null
  currency: string
  timeZone: string
}

/** What becomes of a line of a file. */
export type LineOutcome = ImportedCost | 'invalid'

export interface LineResult {
  line: number
  outcome: LineOutcome
  /** Null where the line could not be read. */
  cost: CostInput | null
  issues: CostIssue[]
}

export const LINE_OUTCOMES = ['new', 'changed', 'same', 'invalid'] as const satisfies readonly LineOutcome[]

/** What became of a file, or what would. */
export interface CostFileResult extends Omit<CostFile, 'lines'> {
  name: string
  counts: Record<LineOutcome, number>
  lines: LineResult[]
}

/** What the page says of the last step of an upload. `content` is the file in base64, sent again to take it over. */
export type CostFileAnswer =
  | CostFileRefusal
  | { unchosen: true }
  | { changed: true }
  | { checked: CostFileResult & { content: string } }
  | { imported: CostFileResult }
