import { monthOf } from '#db/partitions'
import { countTrialsBetween } from '#db/queries/retention'
import { DEFAULT_RETENTION } from '~/domain/content/settings'
import type { Retention } from '~/domain/content/settings'
import { permit } from '~/platform/context/context'
import type { Context, VerbArgs } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'

/** What a shorter retention would take away, beside what the present one takes away anyway. */
export interface Purgeable {
  /** Trials that would be deleted. */
  trials: number
  /** Trials that would stay and lose their steps. */
  traces: number
}

/** How much would go if this retention were published. Nothing is written. */
export async function countPurgeable({ ctx, input }: VerbArgs<Retention>): Promise<Purgeable> {
  permit(ctx, 'documents.read')
  const { retention: present = DEFAULT_RETENTION } = await workspaceSettings(ctx)
  const [trialsFrom, trialsTo] = [monthStart(ctx, present.trials), monthStart(ctx, input.trials)]
  const [tracesFrom, tracesTo] = [monthStart(ctx, present.traces), monthStart(ctx, input.traces)]
  const tracesOfKept = trialsTo > tracesFrom ? trialsTo : tracesFrom
  const [trials, traces] = await Promise.all([
    countTrialsBetween(ctx.db, trialsFrom, trialsTo),
    countTrialsBetween(ctx.db, tracesOfKept, tracesTo),
  ])
  return { trials, traces }
}

/** Before this instant what is kept for so many months has gone. */
function monthStart(ctx: Context, months: number): Date {
  const { year, month } = monthOf(ctx.now(), -months)
  return new Date(Date.UTC(year, month - 1, 1))
}
