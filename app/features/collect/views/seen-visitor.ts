import type { Executor } from '#db/client'
import { insertVisitor, lockVisitor } from '#db/queries/visitors'
import type { VisitorIdentity } from '~/platform/context/context'

/** Makes a visitor who agreed to be recorded known, and locks the row, so that the same is not written down twice. */
export async function lockSeenVisitor(tx: Executor, visitor: VisitorIdentity, at: Date): Promise<void> {
  await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent: 'granted' })
  await lockVisitor(tx, visitor.id)
}
