import { findTrial } from '#db/queries/trials'
import type { TrialKey, TrialRow } from '#db/queries/trials'
import type { Executor } from '#db/client'
import { DomainError } from '~/domain/errors'

/** @throws DomainError `not-found` when the trial is not this visitor's. */
export async function ownTrial(db: Executor, key: TrialKey): Promise<TrialRow> {
  return present(await findTrial(db, key))
}

function present(trial: TrialRow | null): TrialRow {
  if (trial) return trial
  throw new DomainError('not-found', 'There is no such trial.')
}
