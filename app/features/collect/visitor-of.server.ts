import type { Context, VisitorIdentity } from '~/platform/context/context'
import { findTrial } from '#db/queries/trials'
import type { TrialKey, TrialRow } from '#db/queries/trials'
import type { Executor } from '#db/client'
import { DomainError } from '~/domain/errors'

/** The browser that asks. What belongs to no browser, or to another one, does not exist for it. */
export function visitorOf(ctx: Pick<Context, 'visitor'>): VisitorIdentity {
  if (ctx.visitor) return ctx.visitor
  throw new DomainError('not-found', 'This browser has no trials.')
}

/** @throws DomainError `not-found` when the trial is not this visitor's. */
export async function ownTrial(db: Executor, key: TrialKey): Promise<TrialRow> {
  return present(await findTrial(db, key))
}

function present(trial: TrialRow | null): TrialRow {
  if (trial) return trial
  throw new DomainError('not-found', 'There is no such trial.')
}
