import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope, Measuring } from '~/domain/insight/board-scope'
import type { BreakdownTerms } from '~/domain/insight/breakdown/breakdown-terms'
import type { BreakdownMeasure } from '~/domain/insight/breakdown/measures'
import type { SummedRow } from '~/domain/insight/breakdown/tallied-breakdown'
import type { RatioSums } from '~/domain/insight/estimate'
import type { ColumnsReader } from '../../columns-reader'
import { PLAIN_SET_CONDITIONS } from '../trial-set'
import { keyedTrials, keysOfRow, type KeyRow } from './keyed-trials'

export type SummedMeasure = Exclude<BreakdownMeasure, 'active' | 'score'>

/** The sums of a measure by the dimensions' values. */
export async function readSums(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: BreakdownTerms & { measure: SummedMeasure },
): Promise<SummedRow[]> {
  const { x, y } = PARTS[terms.measure](scope)
  const trials = keyedTrials(reader, scope, { ...terms, columns: sql`${x} as x, ${y} as y` })
  const rows = await reader.rows<KeyRow & { trials: number } & RatioSums>(sql`
    select one, other, count(*)::integer as trials, count(x)::integer as count,
      ${sumOf(sql`y`)} as y, ${sumOf(sql`x`)} as x, ${sumOf(sql`y * y`)} as yy, ${sumOf(sql`x * y`)} as xy,
      ${sumOf(sql`x * x`)} as xx
    from ${trials} group by one, other`)
  return rows.map(({ one, other, trials: size, ...sums }) => ({
    ...{ keys: keysOfRow(terms, { one, other }), trials: size, sums },
  }))
}

const sumOf = (value: SQL): SQL => sql`coalesce(sum(${value}) filter (where x is not null), 0)::double`

interface Parts {
  /** What the figure is taken of; null for a trial that tells nothing. */
  x: SQL
  y: SQL
}

const ONE = sql`1`

const amount = (condition: SQL): SQL => sql`(${condition})::integer`
const only = (condition: SQL): SQL => sql`case when ${condition} then 1 end`

const { finished, converted, matured, asked } = PLAIN_SET_CONDITIONS

const PARTS: Readonly<Record<SummedMeasure, (by: Measuring) => Parts>> = {
  trials: () => ({ x: ONE, y: ONE }),
  completion: (by) => ({ x: ONE, y: amount(finished(by)) }),
  converted: (by) => ({ x: only(matured(by)), y: amount(converted(by)) }),
  asked: (by) => ({ x: ONE, y: amount(asked(by)) }),
  value: (by) => ({ x: only(matured(by)), y: sql`trial.worth` }),
  rating: () => ({ x: only(sql`trial.stars is not null`), y: sql`trial.stars` }),
  tasks: () => ({
    x: sql`nullif(trial.tasks_offered, 0)`,
    y: sql`trial.tasks_done`,
  }),
  detours: () => ({
    x: sql`case when trial.detours is not null then nullif(trial.steps, 0) end`,
    y: sql`trial.detours`,
  }),
}
