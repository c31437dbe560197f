import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { ColumnsReader } from '../columns-reader'
import { trialsAt } from '../views'
import type { FilterScope } from './trial-filter'
import { trialFilter } from './trial-filter'

/** The trials of a scope, a subquery of the columns of `trialsAt`. */
export function scopedTrials(reader: ColumnsReader, scope: FilterScope): SQL {
  return sql`(select trial.* from ${trialsAt(reader)} as trial where ${trialFilter(reader, scope)})`
}
