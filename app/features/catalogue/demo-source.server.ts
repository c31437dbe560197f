import type { Proof } from '~/domain/demo/proof/proof'
import type { Context } from '~/platform/context/context'
import { servedTo } from '~/platform/content/served-content'
import type { PublishedRevision } from '~/platform/content/live-content'
import type { DemoSource } from './describe-demo'

/** Collects the sources of a demo's description; the compiled demo is the one that trials run. */
export async function demoSource(ctx: Context, revision: PublishedRevision<'demo'>): Promise<DemoSource> {
  const [compiled, plans, scenarios] = await Promise.all([
    ctx.trials.compiled(revision.revisionId),
    servedTo(ctx).published('plans', 'plans'),
    ctx.content.published('scenarios', 'scenarios'),
  ])
  return {
    compiled,
    proof: revision.proof as Proof | null,
    plans: plans?.body ?? null,
    scenarios: scenarios?.body.scenarios ?? [],
    locale: ctx.locale,
  }
}
