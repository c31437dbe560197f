import { findMembership } from '#db/queries/account-members'
import { listContactsOf } from '#db/queries/contacts'
import { listConversionsOf } from '#db/queries/conversions'
import { listAwaiting, listTouchesOf } from '#db/queries/held-tables'
import type { HeldKind } from '#db/queries/held-tables'
import { listRatingsOf } from '#db/queries/ratings'
import { listEvents } from '#db/queries/trial-events'
import { listTrialsOf } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import type { Context, VerbArgs } from '~/server/context'
import { visitorOf } from './visitor-of.server'

/** Everything held about one visitor, as plain JSON. The events stand with their trials. */
export type VisitorExport = Record<Exclude<HeldKind, 'events'>, unknown> & { exportedAt: string }

/**
 * Everything that is held about this visitor: the same tables that erasing empties.
 * @throws DomainError `not-found` for a browser without an id; one that began nothing gets an empty export.
 */
export async function exportVisitor({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<VisitorExport> {
  const { id } = visitorOf(ctx)
  const { db } = ctx
  const [visitor, trials, ratings, conversions] = await Promise.all([
    findVisitor(db, id),
    listTrialsOf(db, id),
    listRatingsOf(db, id),
    listConversionsOf(db, id),
  ])
  const membership = await findMembership(db, id)
  return {
    exportedAt: ctx.now().toISOString(),
    visitor,
    trials: await withTraces(ctx, trials),
    ratings,
    conversions,
    touches: await listTouchesOf(db, id),
    contacts: await listContactsOf(db, id),
    memberships: membership ? [membership] : [],
    awaiting: await listAwaiting(db, id),
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
