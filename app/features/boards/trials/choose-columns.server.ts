import { z } from 'zod'
import { upsertListColumns } from '#db/queries/list-columns'
import { LIST_COLUMNS } from '~/domain/insight/trial-column'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.object({
  columns: z
    .array(z.enum(LIST_COLUMNS))
    .min(1)
    .max(LIST_COLUMNS.length)
    .refine((columns) => new Set(columns).size === columns.length),
})

/** Keeps the columns of the list of trials for the person who acts. */
export const chooseColumns = verb(
  { permission: 'trials.read', input: inputSchema },
  async ({ ctx, input: { columns } }): Promise<void> => {
    if (ctx.actor.kind === 'staff') await upsertListColumns(ctx.db, ctx.actor.id, columns)
  },
)
