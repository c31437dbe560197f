import { monthOf } from '#db/partitions'
import { countTrialsBetween } from '#db/queries/retention'
import { DEFAULT_RETENTION, retentionSchema } from '~/domain/content/settings'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'

/** What a shorter retention would delete beyond the present one. */
export interface Purgeable {
  /** Trials that would be deleted. */
  trials: number
  /** Trials that would stay and lose their steps. */
  traces: number
}

/** Counts what would be deleted if this retention were published. Nothing is written. */
export const countPurgeable = verb(
  { permission: 'documents.read', input: retentionSchema },
  async ({ ctx, input }): Promise<Purgeable> => {
    const { retention: present = DEFAULT_RETENTION } = await workspaceSettings(ctx)
    const [trialsFrom, trialsTo] = [monthStart(ctx, present.trials), monthStart(ctx, input.trials)]
    const [tracesFrom, tracesTo] = [monthStart(ctx, present.traces), monthStart(ctx, input.traces)]
    const tracesOfKept = trialsTo > tracesFrom ? trialsTo : tracesFrom
    const [trials, traces] = await Promise.all([
      countTrialsBetween(ctx.db, trialsFrom, trialsTo),
      countTrialsBetween(ctx.db, tracesOfKept, tracesTo),
    ])
    return { trials, traces }
  },
)

/** The instant before which data kept for this many months is deleted. */
function monthStart(ctx: Context, months: number): Date {
  const { year, month } = monthOf(ctx.now(), -months)
  return new Date(Date.UTC(year, month - 1, 1))
}
