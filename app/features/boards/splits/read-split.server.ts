import { readSplitTally } from '#db/columns/boards/splits/split-tally'
import { findSplit } from '#db/queries/splits'
import { DAY_MS } from '~/domain/day'
import { DomainError } from '~/domain/errors'
import { judgeSplit } from '~/domain/insight/split/judge-split'
import type { SplitJudgement } from '~/domain/insight/split/judge-split'
import type { SplitSideName } from '~/domain/insight/split/split-plan'
import type { SideTally } from '~/domain/insight/split/split-tally'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import type { SimulatedChoice } from '../filter/board-query'
import { resolveSimulated } from '../filter/resolve-simulated.server'
import { planOf, splitReadSchema } from './schemas'
import { splitView } from './split-views'
import type { SplitView } from './split-views'

export interface SplitBoard {
  split: SplitView
  tally: Record<SplitSideName, SideTally>
  judgement: SplitJudgement
  /** Whole days that it has run, at least 1: how often somebody who looks daily has looked. */
  days: number
  simulated: SimulatedChoice
  asOf: Date
  timeZone: string
}

/**
 * What the visitors of a split did, and what that says.
 * @throws DomainError `not-found`
 */
export const readSplit = verb(
  { permission: 'boards.read', input: splitReadSchema },
  async ({ ctx, input: { id, simulated: asked } }): Promise<SplitBoard> => {
    const found = await findSplit(ctx.db, id)
    if (!found) throw new DomainError('not-found', 'There is no such split.')
    const { reader, at } = await ctx.columns.read({ asOfMs: undefined, signal: ctx.signal })
    const simulated = await resolveSimulated(reader, asked)
    const split = splitView(found)
    const tally = await readSplitTally(reader, {
      splitId: id,
      measure: split.measure,
      demo: split.kind === 'demo' ? split.slug : null,
      clock: { nowMs: at.getTime(), followUpMs: split.followUpDays * DAY_MS },
      simulated: simulated === 'in',
    })
    const lastedMs = (split.stoppedAt ?? at).getTime() - split.startedAt.getTime()
    return {
      ...{ split, tally, simulated, asOf: at },
      judgement: judgeSplit(planOf(split), tally),
      days: Math.max(1, Math.ceil(lastedMs / DAY_MS)),
      timeZone: await workspaceTimeZone(ctx),
    }
  },
)
