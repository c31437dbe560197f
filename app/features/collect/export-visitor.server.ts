import { listConversionsOf } from '#db/queries/conversions'
import { listRatingsOf } from '#db/queries/ratings'
import { listEvents } from '#db/queries/trial-events'
import { listTrialsOf } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import type { Context, VerbArgs } from '~/server/context'
import { visitorOf } from './visitor-of.server'

/** Everything held about one visitor, as plain JSON. */
export type VisitorExport = Record<'visitor' | 'trials' | 'ratings' | 'conversions', unknown> & {
  exportedAt: string
}

/**
 * Everything that is held about this visitor: themselves, their trials with every event, ratings and conversions.
 * @throws DomainError `not-found` for a browser without an id; one that began nothing gets an empty export.
 */
export async function exportVisitor({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<VisitorExport> {
  const { id } = visitorOf(ctx)
  const [visitor, trials, ratings, conversions] = await Promise.all([
    findVisitor(ctx.db, id),
    listTrialsOf(ctx.db, id),
    listRatingsOf(ctx.db, id),
    listConversionsOf(ctx.db, id),
  ])
  return {
    exportedAt: ctx.now().toISOString(),
    visitor,
    trials: await withTraces(ctx, trials),
    ratings,
    conversions,
  }
}

async function withTraces(ctx: Context, trials: TrialRow[]): Promise<unknown[]> {
  const full: unknown[] = []
  for (const trial of trials) {
    const { resumeHash, ...held } = trial
    full.push({ ...held, hasResumeLink: resumeHash !== null, events: await listEvents(ctx.db, trial) })
  }
  return full
}
