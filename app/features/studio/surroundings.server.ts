import type { Surroundings } from '~/domain/content/checks/check-demo'
import type { Context } from '~/server/context'

/** What demos may refer to: the features of the plan table that is live, when one is. */
export async function surroundings(ctx: Context): Promise<Surroundings> {
  const plans = await ctx.content.published('plans', 'plans')
  return plans ? { features: plans.body.features.map((feature) => feature.id) } : {}
}
