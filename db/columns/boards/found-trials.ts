import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { remarksAt, trialNotesAt } from '../views'
import { containsText } from './contains-text'
import { trialsInSet } from './trial-set'

/** The trials of a list. */
export interface ListedSet {
  scope: BoardScope
  set: TrialSet
  /** Only those with this in the comment of the rating, in a remark of the prospect or in a note of the team. */
  search?: string | undefined
}

/** The trials of a list, a subquery of the columns of `trialsAt`. */
export function foundTrials(reader: ColumnsReader, { scope, set, search }: ListedSet): SQL {
  const trials = trialsInSet(reader, scope, set)
  if (search === undefined) return trials
  return sql`(select trial.* from ${trials} as trial where ${isFound(reader, search)})`
}

function isFound(reader: ColumnsReader, search: string): SQL {
  const among = (said: SQL) =>
    sql`trial.id in (select said.trial from ${said} as said where ${containsText(sql`said.text`, search)})`
  return sql`(${containsText(sql`trial.comment`, search)}
    or ${among(remarksAt(reader))} or ${among(trialNotesAt(reader))})`
}
