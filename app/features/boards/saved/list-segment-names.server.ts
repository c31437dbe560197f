import { listRemovedRows, listSavedRows } from '#db/queries/saved-queries'
import { verb } from '~/platform/verb/verb'
import type { SegmentName } from '../filter/segment-names'

/** The segments that boards can be filtered by; an address may name one that was removed lately. */
export const listSegmentNames = verb({ permission: 'boards.read' }, async ({ ctx }) => {
  const [saved, removed] = await Promise.all([
    listSavedRows(ctx.db, 'segment'),
    listRemovedRows(ctx.db, 'segment'),
  ])
  const named = (rows: typeof saved): SegmentName[] => rows.map(({ id, name }) => ({ id, name }))
  return { segments: named(saved), removedSegments: named(removed) }
})
