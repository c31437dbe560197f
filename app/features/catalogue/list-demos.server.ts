import { z } from 'zod'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'
import { namedChoices } from './choice-name'
import type { NamedChoice } from './choice-name'
import type { DemoCard } from './demo-card'
import { demoSource } from './demo-source.server'
import { describeDemo } from './describe-demo'

const inputSchema = z.object({ role: z.string().max(60).optional(), scenario: z.string().max(60).optional() })

export interface Catalogue {
  /** Those that fit both choices. */
  demos: DemoCard[]
  /** What can be chosen: everything that some published demo is for, in the order of the lists. */
  roles: NamedChoice[]
  scenarios: NamedChoice[]
}

/** The published demos in the visitor's language, narrowed to who they are and what they want to get done. */
export const listDemos = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { role, scenario } }): Promise<Catalogue> => {
    const [published, audiences, scenarios] = await Promise.all([
      servedTo(ctx).list('demo'),
      ctx.content.published('audiences', 'audiences'),
      ctx.content.published('scenarios', 'scenarios'),
    ])
    const demos = await Promise.all(
      published.map(async (revision) => describeDemo(await demoSource(ctx, revision))),
    )
    return {
      demos: demos.filter(
        (demo) => (!role || demo.audience.includes(role)) && (!scenario || demo.scenario.id === scenario),
      ),
      roles: namedChoices(
        audiences?.body.audiences ?? [],
        demos.flatMap((demo) => demo.audience),
        ctx.locale,
      ),
      scenarios: namedChoices(
        scenarios?.body.scenarios ?? [],
        demos.map((demo) => demo.scenario.id),
        ctx.locale,
      ),
    }
  },
)
