import { countUnansweredAsks as readCount } from '#db/queries/asks'
import { verb } from '~/platform/verb/verb'

/** How many asks wait for an answer. */
export const countNewAsks = verb({ permission: 'asks.read' }, async ({ ctx }): Promise<number> => {
  return readCount(ctx.db)
})
