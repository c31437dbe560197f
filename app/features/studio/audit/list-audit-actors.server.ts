import { listActorRows } from '#db/queries/audit'
import { verb } from '~/platform/verb/verb'

/** Whom the audit can be filtered by, in the order of their names. */
export const listAuditActors = verb(
  { permission: 'audit.read' },
  async ({ ctx }): Promise<{ id: string; name: string }[]> =>
    (await listActorRows(ctx.reports)).sort((one, other) => one.name.localeCompare(other.name)),
)
