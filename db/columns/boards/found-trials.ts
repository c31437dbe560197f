import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { containsText } from './contains-text'
import { trialsInSet } from './trial-set'

/** The trials of a list. */
export interface ListedSet {
  scope: BoardScope
  set: TrialSet
  /** Only those of which a person wrote this. */
  search?: string | undefined
}

/** The trials of a list, a subquery of the columns of `trialsAt`. */
export function foundTrials(reader: ColumnsReader, { scope, set, search }: ListedSet): SQL {
  const trials = trialsInSet(reader, scope, set)
  if (search === undefined) return trials
  return sql`(select trial.* from ${trials} as trial where ${containsText(sql`trial.comment`, search)})`
}
