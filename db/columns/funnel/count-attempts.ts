import type { DuckDBConnection } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelStep } from '~/domain/insight/funnel/funnel-result'
import { runStatement, writeStatement } from '../columns-reader'
import { momentColumn } from './first-moments'
import { settledAttempts } from './settle-others'

interface Row {
  isWhole: boolean
  /** As JSON writes it. */
  value: string | null
  steps: { count: number; medianMs: number | null; meanMs: number | null }[]
}

/** The figures of all attempts, and of those of each value that a breakdown counts. */
export async function countAttempts(
  connection: DuckDBConnection,
  query: FunnelQuery,
): Promise<{ whole: FunnelStep[]; groups: Map<string | null, FunnelStep[]> }> {
  const { steps, breakdown } = query
  const figures = sql.join(
    steps.map((_, step) => figuresOf(step)),
    sql`, `,
  )
  const counted =
    breakdown?.by === 'step' ? sql`where ${momentColumn(breakdown.step - 1)} is not null` : sql``
  const rows = await runStatement<Row>(
    connection,
    writeStatement(sql`
      with settled as materialized ${settledAttempts(query)}
      select true as "isWhole", null as value, [${figures}] as steps from settled
      ${breakdown ? sql`union all select false, value, [${figures}] from settled ${counted} group by value` : sql``}`),
  )
  const groups = new Map<string | null, FunnelStep[]>()
  let whole: FunnelStep[] = []
  for (const { isWhole, value, steps: own } of rows) {
    if (isWhole) whole = own.map(stepOf)
    else groups.set(value, own.map(stepOf))
  }
  return { whole, groups }
}

/** Times are those since the step before. */
function figuresOf(step: number): SQL {
  const time = step === 0 ? sql`null::double` : sql`${momentColumn(step)} - ${momentColumn(step - 1)}`
  return sql`struct_pack(count := count(${momentColumn(step)})::integer, "medianMs" := quantile_cont(${time}, 0.5),
    "meanMs" := avg(${time}))`
}

const stepOf = ({ count, medianMs, meanMs }: Row['steps'][number]): FunnelStep => ({
  ...{ count, medianSeconds: inSeconds(medianMs), meanSeconds: inSeconds(meanMs) },
})

const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1_000)
