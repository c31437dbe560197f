import { findSavedQuery } from '#db/queries/saved-queries'
import { verb } from '~/platform/verb/verb'
import { funnelParamsSchema } from './funnel-params'
import type { FunnelBoard } from './funnel-views'
import { funnelInput, openFunnel, readChoices } from './open-funnel.server'

/** How many went through the steps of a funnel, and how long it took. */
export const readFunnel = verb(
  { permission: 'boards.read', input: funnelInput(funnelParamsSchema) },
  async ({ ctx, input: { leftOut, ...asked } }): Promise<FunnelBoard> => {
    const { view, question } = await openFunnel(ctx, asked)
    const { query, period } = view
    const [{ result }, named, saved] = await Promise.all([
      view.funnel(question),
      readChoices(ctx, view),
      query.saved === undefined ? null : findSavedQuery(ctx.db, query.saved),
    ])
    const isFunnel = saved?.kind === 'funnel'
    return { query, rules: asked.rules, leftOut, period, ...named, result, saved: isFunnel ? saved : null }
  },
)
