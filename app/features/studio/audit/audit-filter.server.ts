import type { z } from 'zod'
import type { AuditFilter } from '#db/queries/audit'
import { addDays } from '~/domain/day'
import type { Day } from '~/domain/day'
import { startOfDay } from '~/domain/insight/time-zone'
import type { Context } from '~/platform/context/context'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import type { auditFilterSchema } from '../schemas'

/** The filter of a page as the database takes it: days are those of the workspace. */
export async function auditFilterOf(
  ctx: Context,
  { person, from, to, kind, slug }: z.output<typeof auditFilterSchema>,
): Promise<AuditFilter> {
  const timeZone = await workspaceTimeZone(ctx)
  return {
    actorId: person,
    from: from === undefined ? undefined : startOfDay(from as Day, timeZone),
    until: to === undefined ? undefined : startOfDay(addDays(to as Day, 1), timeZone),
    document: { kind, slug },
  }
}
