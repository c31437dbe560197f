import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelList } from '~/domain/insight/funnel/funnel-question'
import { inPassingTransaction } from '../in-one-transaction'
import { runStatement, writeStatement } from '../columns-reader'
import type { EventSource } from './event-source'
import { canUseFirstMoments, makeAttempts, momentColumn } from './first-moments'
import { readEvents } from './read-events'
import { settledAttempts, settleOthers } from './settle-others'
import { WinningAttempt } from './winning-attempt'

/** The numbers of the units that belong to a list of a funnel. */
export async function unitsInList(
  connection: DuckDBConnection,
  asked: FunnelQuery,
  source: EventSource,
  list: FunnelList,
): Promise<number[]> {
  const query: FunnelQuery = { ...asked, breakdown: null }
  const find = canUseFirstMoments(query) ? settleList : walkList
  return inPassingTransaction(connection, () => find(connection, query, source, list))
}

async function settleList(
  connection: DuckDBConnection,
  query: FunnelQuery,
  source: EventSource,
  { list, step }: FunnelList,
): Promise<number[]> {
  await makeAttempts(connection, source, query)
  await settleOthers(connection, source, query)
  if (list === 'dropped' && step >= query.steps.length) return []
  const stopped = list === 'dropped' ? sql`and ${momentColumn(step)} is null` : sql``
  const rows = await runStatement<{ unit: number }>(
    connection,
    writeStatement(sql`
      select unit from ${settledAttempts(query)} where ${momentColumn(step - 1)} is not null ${stopped}`),
  )
  return rows.map(({ unit }) => unit)
}

async function walkList(
  connection: DuckDBConnection,
  query: FunnelQuery,
  source: EventSource,
  { list, step }: FunnelList,
): Promise<number[]> {
  const steps = query.steps.length
  const winner = new WinningAttempt(query)
  const units: number[] = []
  const isInList = (done: number) => (list === 'reached' ? done >= step : done === step && step < steps)
  await readEvents(connection, source, query, {
    onUnit: (events) => {
      winner.find(events)
      if (isInList(winner.best.length)) units.push(events.unit)
    },
  })
  return units
}
