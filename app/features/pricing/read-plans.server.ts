import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { recordExposure } from '~/platform/content/record-exposure'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'
import type { DemosByFeature } from './describe-plans'
import { describePlans } from './describe-plans'
import type { PlanTable } from './plan-table'

/** The published plan table in the visitor's language, or null when none is published. */
export const readPlans = verb({ permission: 'anyone' }, async ({ ctx }): Promise<PlanTable | null> => {
  await recordExposure(ctx, 'plans', 'plans')
  const [plans, demos, { currency }] = await Promise.all([
    servedTo(ctx).published('plans', 'plans'),
    demosByFeature(ctx),
    workspaceSettings(ctx),
  ])
  return plans && describePlans({ currency, ...plans.body }, demos, ctx.locale)
})

/** Which published demos show which features: a state or a task names the feature that it lets one feel. */
async function demosByFeature(ctx: Context): Promise<DemosByFeature> {
  const byFeature = new Map<string, { slug: string; title: string }[]>()
  for (const { slug, revisionId } of await servedTo(ctx).list('demo')) {
    const { demo, states } = await ctx.trials.compiled(revisionId)
    const shown = [
      ...[...states.values()].map((state) => state.feature),
      ...Object.values(demo.tasks).map((task) => task.feature),
    ]
    const title = localize(demo.title, ctx.locale)
    for (const feature of new Set(shown)) {
      if (feature) byFeature.set(feature, [...(byFeature.get(feature) ?? []), { slug, title }])
    }
  }
  return byFeature
}
