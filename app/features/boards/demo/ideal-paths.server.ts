import { readSetCount } from '#db/queries/boards/count-sets'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { BoardScope } from '~/domain/insight/board-scope'
import { proportion } from '~/domain/insight/proportion'
import type { Context } from '~/platform/context/context'
import type { IdealShare } from '../figures/board-views'

/** The ideal path of every plan and start role that the filter lets in, the one with the most trials first. */
export async function idealShares(
  ctx: Context,
  scope: BoardScope,
  revisionId: string,
  compiled: CompiledDemo,
): Promise<IdealShare[]> {
  const { plan, role } = scope.filter
  const plans = compiled.plans.filter((one) => plan === undefined || one === plan)
  const roles = compiled.startRoles.filter((one) => role === undefined || one === role)
  const pairs = plans.flatMap((onPlan) => roles.map((asRole) => ({ plan: onPlan, role: asRole })))
  const shares = await Promise.all(
    pairs.map(async (pair) => {
      const ideal = await ctx.trials.ideal(revisionId, pair.plan, pair.role)
      return ideal ? shareOf(ctx, { ...scope, filter: { ...scope.filter, ...pair } }, pair, ideal.path) : null
    }),
  )
  return shares.filter((share) => share !== null).sort((a, b) => b.denominator - a.denominator)
}

async function shareOf(
  ctx: Context,
  scope: BoardScope,
  pair: { plan: string; role: string },
  states: string[],
): Promise<IdealShare> {
  const taken = await readSetCount(ctx.db, scope, { name: 'ideal-way' })
  const known = await readSetCount(ctx.db, scope, { name: 'way-known' })
  return { ...pair, states, ...proportion(taken, known) }
}
