import { readSegmentSize } from '#db/columns/boards/count-segment'
import { listRemovedRows, listSavedRows } from '#db/queries/saved-queries'
import type { SegmentGroup } from '~/domain/insight/segment/segment-rule'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import { openEverything } from './open-everything.server'
import type { SegmentList } from './segment-views'

/** The saved segments, with how many visitors are in each. */
export const listSegments = verb(
  { permission: 'boards.read', input: boardQuerySchema.pick({ simulated: true }) },
  async ({ ctx, input }): Promise<SegmentList> => {
    const { view, choices, names } = await openEverything(ctx, input.simulated)
    const { query, scope } = view
    const [rows, removed] = await Promise.all([
      listSavedRows(ctx.db, 'segment'),
      listRemovedRows(ctx.db, 'segment'),
    ])
    const { asOf, timeZone } = view.period
    const saved = rows.map(async (row) => {
      const segment = { rule: row.body as SegmentGroup, nowMs: asOf.getTime() }
      return { ...row, people: await readSegmentSize(view.reader, segment, scope.filter) }
    })
    return { saved: await Promise.all(saved), removed, choices, names, query, asOf, timeZone }
  },
)
