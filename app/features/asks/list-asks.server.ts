import { countAsks, listAskRows as readAsks } from '#db/queries/asks'
import type { ListedAsk } from '#db/queries/asks'
import type { AskFilter } from '~/domain/ask-filter'
import { verb } from '~/platform/verb/verb'
import { listAsksSchema } from './schemas'

const PAGE = 50

export interface AskList {
  filter: AskFilter
  asks: Pick<
    ListedAsk,
    'id' | 'kind' | 'name' | 'company' | 'message' | 'plan' | 'at' | 'state' | 'assignee'
  >[]
  counts: Record<AskFilter, number>
  next: { at: Date; id: string } | null
}

/** What prospects ask, the newest first. */
export const listAsks = verb(
  { permission: 'asks.read', input: listAsksSchema },
  async ({ ctx, input: { filter, before } }): Promise<AskList> => {
    const personId = ctx.actor.kind === 'staff' ? ctx.actor.id : ''
    const rows = await readAsks(ctx.db, { filter, personId, before, limit: PAGE + 1 })
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      ...{ filter, counts: await countAsks(ctx.db, personId) },
      asks: shown.map(({ id, kind, name, company, message, plan, at, state, assignee }) => ({
        ...{ id, kind, name, company, message, plan, at, state, assignee },
      })),
      next: rows.length > PAGE && last ? { at: last.at, id: last.id } : null,
    }
  },
)
