import { taskWork } from '~/domain/demo/compare/task-work'
import type { Context } from '~/platform/context/context'
import type { OtherPlanWork } from './other-plan-work'

interface OnPlans {
  revisionId: string
  role: string
  plan: string
  other: { plan: string; name: string } | null
}

/** What the tasks take on the plan tried and on the other; null where there is none, or a proof is missing. */
export async function readOtherPlanWork(
  ctx: Pick<Context, 'trials'>,
  { revisionId, role, plan, other }: OnPlans,
): Promise<OtherPlanWork | null> {
  if (other === null) return null
  const compiled = await ctx.trials.compiled(revisionId)
  const [here, there] = await Promise.all(
    [plan, other.plan].map((one) => ctx.trials.ideal(revisionId, one, role)),
  )
  if (!here || !there) return null
  return {
    name: other.name,
    here: taskWork(compiled, { plan, role, ideal: here }),
    there: taskWork(compiled, { plan: other.plan, role, ideal: there }),
  }
}
