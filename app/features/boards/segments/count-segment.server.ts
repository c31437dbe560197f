import { z } from 'zod'
import { readSegmentSize } from '#db/columns/boards/count-segment'
import { segmentRuleSchema } from '~/domain/insight/segment/segment-rule'
import { verb } from '~/platform/verb/verb'
import { resolveSimulated } from '../filter/resolve-simulated.server'

/** How many visitors a rule holds of at present, before it is saved. */
export const countSegment = verb(
  { permission: 'boards.read', input: z.object({ rule: segmentRuleSchema }) },
  async ({ ctx, input: { rule } }): Promise<number> => {
    const { reader, at } = await ctx.columns.read({ signal: ctx.signal })
    const simulated = (await resolveSimulated(reader, undefined)) === 'in'
    return readSegmentSize(reader, { rule, nowMs: at.getTime() }, { simulated })
  },
)
