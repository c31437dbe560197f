import { z } from 'zod'
import { listEvents } from '#db/queries/trial-events'
import type { TrialRow } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { StoredRevision } from '~/platform/content/live-content'
import { verb } from '~/platform/verb/verb'
import { isTraceGone, traceGone } from '../events/live-run.server'
import { ownTrial } from '../own-trial.server'

const inputSchema = z.strictObject({ trial: z.uuid() })

export interface ReadTrial {
  trial: TrialRow
  trace: TraceEvent[]
  /** The revision that the trial began on, whatever is published now. */
  revision: StoredRevision
  /** Milliseconds since the trial began, by the server's clock. */
  elapsedMs: number
}

/**
 * A trial of this visitor with everything that is needed to go on with it.
 * @throws DomainError `not-found` unless the trial is this visitor's; `gone` when its steps are no longer kept.
 */
export const readTrial = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input }): Promise<ReadTrial> => {
    const { visitor } = ctx
    const key = { visitorId: visitor.id, id: input.trial }
    const trial = await ownTrial(ctx.db, key)
    const [trace, revision] = await Promise.all([
      listEvents(ctx.db, key, { from: 1, to: trial.lastSeq }),
      ctx.content.revision(trial.revisionId),
    ])
    if (isTraceGone(trial, trace)) throw traceGone()
    if (!revision) throw new DomainError('not-found', 'The demo of this trial is no longer kept.')
    const elapsedMs = Math.max(0, ctx.now().getTime() - trial.startedAt.getTime())
    return { trial, trace: trace.map(withoutReceipt), revision, elapsedMs }
  },
)

function withoutReceipt({ seq, at, type, data, activeMs, by }: TraceEvent): TraceEvent {
  return { seq, at, type, ...(data && { data }), activeMs, ...(by && { by }) }
}
