import type { Executor } from '#db/client'
import { findSavedByName } from '#db/queries/saved-queries'
import { DomainError } from '~/domain/errors'
import { fold } from '~/domain/fold'
import type { SavedKind } from '~/domain/insight/saved-query'

interface Named {
  kind: SavedKind
  name: string
  /** Which may have it. */
  id: string | undefined
}

/** Two of one kind never have the same name, however it is written. @throws DomainError `conflict` with `at: name` */
export async function refuseTakenName(tx: Executor, { kind, name, id }: Named): Promise<void> {
  const taken = await findSavedByName(tx, kind, fold(name))
  if (!taken || taken.id === id) return
  throw new DomainError('conflict', `Another ${kind} has the name ${taken.name}.`, {
    at: 'name',
    id: taken.id,
  })
}
