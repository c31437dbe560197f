import { findCost } from '#db/queries/costs'
import type { Executor } from '#db/client'
import { DomainError } from '~/domain/errors'

/** Two costs that agree in all but their value are one: a reference tells them apart. */
export const costExists = (): DomainError =>
  new DomainError('invalid-input', 'There is such a cost already.', {
    issues: [{ at: 'reference', message: 'exists' }],
  })

/** Why a cost could not be changed: it is not there, or it is no longer as it was seen. */
export async function notAsSeen(db: Executor, id: string): Promise<DomainError> {
  const found = await findCost(db, id)
  return found === null || found.simulated
    ? new DomainError('not-found', 'There is no such cost.')
    : new DomainError('conflict', 'The cost was changed meanwhile.', { id })
}
