import { trialFilter } from '#db/columns/boards/trial-filter'
import { readerOver } from '#db/columns/columns-reader'
import { makeFirstCopy } from '#db/columns/copy/make-first-copy'
import { copyEvents } from '#db/columns/funnel/copy-events'
import { funnelOfColumns } from '#db/columns/funnel/funnel-of-columns'
import { openColumns } from '#db/columns/open-columns'
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
  const asOfMs = Date.now()
  await withContext((ctx) => makeFirstCopy(columns.connection, ctx.sql, { watermarkMs: asOfMs }))
  const reader = readerOver(columns.connection, asOfMs)
  const always = { from: null, until: null }
  const scope = { filter: { flagged: false, simulated }, range: always, rules: MEASURE_RULES }
  const source = copyEvents({ reader, counts: trialFilter(reader, scope) })
  return await funnelOfColumns(columns.connection, query, source)
}
