import { fillEvents } from '#db/columns/event-table'
import { funnelOfColumns } from '#db/columns/funnel/funnel-of-columns'
import { openColumns } from '#db/columns/open-columns'
import { readFunnelEvents } from '#db/queries/funnel-events'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelResult } from '~/domain/insight/funnel/funnel-result'
import { MEASURE_RULES } from '~/domain/insight/measure-rules'
import { withContext } from '../content/with-context'

/** A funnel over what this installation's database holds, copied for this one question. */
export async function funnelOfInstallation({
  query,
  simulated,
}: {
  query: FunnelQuery
  simulated: boolean
}): Promise<FunnelResult> {
  using columns = await openColumns()
  await withContext(({ sql }) =>
    fillEvents(
      columns.connection,
      readFunnelEvents(sql, { simulated, simulatedFlag: MEASURE_RULES.simulatedFlag }),
    ),
  )
  return await funnelOfColumns(columns.connection, query)
}
