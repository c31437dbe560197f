import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'
import type { DemoCard, DemoDetail } from './demo-card'
import { demoSource } from './demo-source.server'
import { describeDemo, describeFully } from './describe-demo'

const inputSchema = z.object({ slug: z.string().max(80) })

/** A demo that is there, or one that is no longer offered with what to try instead. */
export type FoundDemo = { status: 'published'; demo: DemoDetail } | { status: 'retired'; instead: DemoCard[] }

/**
 * One demo for its page, in the visitor's language. Of a retired one: the demo named in its place, else the others.
 * @throws DomainError `not-found` for a slug that was never published.
 */
export const readDemo = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { slug } }): Promise<FoundDemo> => {
    const revision = await servedTo(ctx).published('demo', slug)
    if (revision) return { status: 'published', demo: describeFully(await demoSource(ctx, revision)) }
    if ((await ctx.content.status('demo', slug)) !== 'retired') {
      throw new DomainError('not-found', `There is no demo “${slug}”.`, { demo: slug })
    }
    const [named, others] = await Promise.all([ctx.content.instead('demo', slug), servedTo(ctx).list('demo')])
    const offered = others.filter((other) => named === null || other.slug === named).slice(0, 3)
    const instead = await Promise.all(
      offered.map(async (other) => describeDemo(await demoSource(ctx, other))),
    )
    return { status: 'retired', instead }
  },
)
