import { z } from 'zod'
import { listRemarksOfTrial } from '#db/queries/remarks'
import { verb } from '~/platform/verb/verb'
import type { Remark } from './remark'

/** What this visitor said of a trial of theirs. */
export const readRemarks = verb(
  { permission: 'anyone', input: z.object({ trialId: z.uuid() }) },
  async ({ ctx, input: { trialId } }): Promise<Remark[]> => {
    if (ctx.visitor === null) return []
    const rows = await listRemarksOfTrial(ctx.db, { visitorId: ctx.visitor.id, id: trialId })
    return rows.map(({ id, kind, text, state, seq, atMs }) => ({ id, kind, text, state, seq, at: atMs }))
  },
)
