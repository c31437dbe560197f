import { isDeepStrictEqual } from 'node:util'
import { fillEvents } from '#db/columns/event-table'
import { funnelOfColumns } from '#db/columns/funnel/funnel-of-columns'
import { openColumns } from '#db/columns/open-columns'
import { funnel } from '~/domain/insight/funnel/funnel'
import type { FunnelEvent } from '~/domain/insight/funnel/funnel-history'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelResult } from '~/domain/insight/funnel/funnel-result'

export interface FunnelComparison {
  oracle: FunnelResult
  copy: FunnelResult
  agree: boolean
}

/** Evaluates a funnel by its definition and by the columnar copy. */
export async function compareFunnels(
  history: readonly FunnelEvent[],
  query: FunnelQuery,
): Promise<FunnelComparison> {
  using columns = await openColumns()
  await fillEvents(columns.connection, history)
  const copy = await funnelOfColumns(columns.connection, query)
  const oracle = funnel(history, query)
  return { oracle, copy, agree: isDeepStrictEqual(oracle, copy) }
}
