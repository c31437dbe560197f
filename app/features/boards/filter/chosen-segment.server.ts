import { findSavedQuery } from '#db/queries/saved-queries'
import { DomainError } from '~/domain/errors'
import type { ChosenSegment, SegmentGroup } from '~/domain/insight/segment/segment-rule'
import type { Context } from '~/platform/context/context'

/**
 * The saved segment of an id as a filter takes it, at a moment. One that was removed still holds, so that an address that
 * names it says the same.
 * @throws DomainError `not-found`
 */
export async function chosenSegment(
  ctx: Context,
  id: string | undefined,
  now: Date,
): Promise<ChosenSegment | undefined> {
  if (id === undefined) return undefined
  const found = await findSavedQuery(ctx.db, id)
  if (found?.kind !== 'segment')
    throw new DomainError('not-found', 'There is no such segment.', { at: 'segment' })
  return { rule: found.body as SegmentGroup, nowMs: now.getTime() }
}
