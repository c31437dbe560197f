import type { z } from 'zod'
import { countAsks, listAsks as readAsks } from '#db/queries/asks'
import type { AskFilter, ListedAsk } from '#db/queries/asks'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
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

/** What prospects ask, the newest first. @throws DomainError `unauthenticated` or `forbidden` without `asks.read` */
export async function listAsks({ ctx, input }: VerbArgs<z.input<typeof listAsksSchema>>): Promise<AskList> {
  permit(ctx, 'asks.read')
  const { filter, before } = parseInput(listAsksSchema, input)
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
}
