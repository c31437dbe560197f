import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { recordExposure } from '~/platform/content/record-exposure'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'
import type { Feature } from '~/domain/content/plans'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { DemosByFeature } from './describe-plans'
import { describePlans } from './describe-plans'
import type { FeatureDemo, PlanTable } from './plan-table'

/** The published plan table in the visitor's language, or null when none is published. */
export const readPlans = verb({ permission: 'anyone' }, async ({ ctx }): Promise<PlanTable | null> => {
  await recordExposure(ctx, 'plans', 'plans')
  const [plans, { currency }] = await Promise.all([
    servedTo(ctx).published('plans', 'plans'),
    workspaceSettings(ctx),
  ])
  const demos = await demosByFeature(ctx, plans?.body.features ?? [])
  return plans && describePlans({ currency, ...plans.body }, demos, ctx.locale)
})

/** Which published demos show which features: a state or a task names the feature that it lets one feel. */
async function demosByFeature(ctx: Context, features: readonly Feature[]): Promise<DemosByFeature> {
  const byFeature = new Map<string, FeatureDemo[]>()
  for (const { slug, revisionId } of await servedTo(ctx).list('demo')) {
    const compiled = await ctx.trials.compiled(revisionId)
    const title = localize(compiled.demo.title, ctx.locale)
    for (const feature of features.filter(({ id }) => showsFeature(compiled, id))) {
      const place = await placeOf(ctx, { revisionId, compiled, feature })
      byFeature.set(feature.id, [...(byFeature.get(feature.id) ?? []), { slug, title, ...place }])
    }
  }
  return byFeature
}

function showsFeature({ demo, states }: CompiledDemo, id: string): boolean {
  const isOf = ({ feature }: { feature?: string | null | undefined }) => feature === id
  return [...states.values()].some(isOf) || Object.values(demo.tasks).some(isOf)
}

/** The last plan of the demo that has the feature, and the state of its ideal path that shows it. */
async function placeOf(
  ctx: Context,
  shown: { revisionId: string; compiled: CompiledDemo; feature: Feature },
): Promise<Pick<FeatureDemo, 'plan' | 'at'>> {
  const { revisionId, compiled, feature } = shown
  const plan = compiled.demo.plans.filter((id) => feature.values[id]).at(-1)
  if (plan === undefined) return {}
  const ideal = await ctx.trials.ideal(revisionId, plan, compiled.startRoles[0] ?? '')
  const at = ideal?.path.find((id) => compiled.states.get(id)?.feature === feature.id)
  return { plan, at }
}
