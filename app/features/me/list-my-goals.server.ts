import { listAsksOf } from '#db/queries/asks'
import type { AskKind } from '#db/schema/ask'
import type { Goal } from '~/domain/insight/conversion-terms'
import { ownConversions } from '~/platform/addresses/own-reports'
import { browserOf } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'

/** Something that was asked for in this browser, or that a system confirmed. */
export interface MyGoal {
  id: string
  kind: AskKind | Goal
  at: string
  state: 'asked' | 'answered' | 'confirmed'
}

/** What this browser asked for and what was confirmed, the newest first. What was asked and what was confirmed stand apart. */
export const listMyGoals = verb({ permission: 'anyone' }, async ({ ctx }): Promise<MyGoal[]> => {
  const { visitor, db } = ctx
  if (!visitor) return []
  const asks = (await listAsksOf(db, visitor.id))
    .filter(({ browserId }) => browserId === browserOf(visitor))
    .map(({ id, kind, at, state }) => ({
      ...{ id, kind, at: at.toISOString() },
      state: state === 'answered' ? ('answered' as const) : ('asked' as const),
    }))
  const confirmedGoals = (await ownConversions(ctx, visitor))
    .filter(({ source, withdrawnAt }) => source !== 'browser' && withdrawnAt === null)
    .map(({ id, goal, at }) => ({ id, kind: goal, at: at.toISOString(), state: 'confirmed' as const }))
  return [...asks, ...confirmedGoals].sort((one, other) => (one.at < other.at ? 1 : -1))
})
