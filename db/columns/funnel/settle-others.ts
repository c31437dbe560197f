import { DOUBLE, INTEGER, VARCHAR, type DuckDBConnection } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { momentColumn } from './first-moments'
import type { EventSource } from './event-source'
import { readEvents, readValues } from './read-events'
import { WinningAttempt } from './winning-attempt'

/**
 * Finds the attempts of the units of `attempt` that are not settled, in one pass over their events, and keeps them in the table
 * `later`. A unit whose attempts are all removed has none.
 */
export async function settleOthers(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
): Promise<void> {
  const { steps, breakdown } = query
  const moments = steps.map((_, step) => `at_${step} double`).join(', ')
  await connection.run(`
    create or replace temp table ${UNSETTLED} as select unit from attempt where not is_settled;
    create or replace temp table later (unit integer, value varchar, ${moments})`)
  const [left] = (await connection.runAndReadAll(`select 1 from ${UNSETTLED} limit 1`)).getRows()
  if (!left) return
  const byStep = breakdown?.by === 'step' ? breakdown : null
  const values = byStep ? await readValues(connection, source, query, UNSETTLED) : []
  const winner = new WinningAttempt(query)
  const appender = await connection.createAppender('later', 'main', 'temp')
  await readEvents(
    connection,
    source,
    { ...query, breakdown: byStep },
    {
      among: UNSETTLED,
      onUnit: (events) => {
        winner.find(events)
        const { best } = winner
        if (best.length === 0) return
        if (byStep) winner.nameRows(events)
        const code = byStep ? (events.value[best.rows[byStep.step - 1] ?? 0] ?? 0) : 0
        appender.appendValue(events.unit, INTEGER)
        appender.appendValue(values[code - 1] ?? null, VARCHAR)
        for (let step = 0; step < steps.length; step += 1)
          appender.appendValue(step < best.length ? (best.at[step] ?? null) : null, DOUBLE)
        appender.endRow()
      },
    },
  )
  appender.closeSync()
}

const UNSETTLED = 'unsettled'

/** All attempts after `settleOthers`: the unit, its value and the moments of its steps. */
export const settledAttempts = ({ steps, breakdown }: FunnelQuery): SQL => {
  const moments = sql.join(
    steps.map((_, step) => momentColumn(step)),
    sql`, `,
  )
  const value = breakdown?.by === 'first-touch' ? sql`attempt.value` : sql`later.value`
  return sql`(
    select unit, value, ${moments} from attempt where is_settled
    union all
    select unit, ${value}, ${sql.join(
      steps.map((_, step) => sql`later.${momentColumn(step)}`),
      sql`, `,
    )} from later join attempt using (unit))`
}
