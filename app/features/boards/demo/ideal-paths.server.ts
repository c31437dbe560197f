import type { IdealCounts } from '#db/columns/boards/ideal-counts'
import { readIdealCounts } from '#db/columns/boards/ideal-counts'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import { proportion } from '~/domain/insight/proportion'
import type { Context } from '~/platform/context/context'
import type { IdealShare } from '../figures/board-views'
import type { OpenedView } from '../filter/open-view.server'

/** The ideal path of every plan and start role that the filter lets in, the one with the most trials first. */
export async function idealShares(
  ctx: Context,
  { reader, scope }: Pick<OpenedView<unknown>, 'reader' | 'scope'>,
  { revisionId, compiled }: { revisionId: string; compiled: CompiledDemo },
): Promise<IdealShare[]> {
  const { plan, role } = scope.filter
  const plans = compiled.plans.filter((one) => plan === undefined || one === plan)
  const roles = compiled.startRoles.filter((one) => role === undefined || one === role)
  const pairs = plans.flatMap((onPlan) => roles.map((asRole) => ({ plan: onPlan, role: asRole })))
  const counts = await readIdealCounts(reader, scope)
  const shares = await Promise.all(
    pairs.map(async (pair) => {
      const ideal = await ctx.trials.ideal(revisionId, pair.plan, pair.role)
      return ideal ? { ...pair, states: ideal.path, ...shareOf(pair, counts) } : null
    }),
  )
  return shares.filter((share) => share !== null).sort((a, b) => b.denominator - a.denominator)
}

function shareOf({ plan, role }: { plan: string; role: string }, counts: readonly IdealCounts[]) {
  const own = counts.find((one) => one.plan === plan && one.role === role)
  return proportion(own?.ideal ?? 0, own?.known ?? 0)
}
