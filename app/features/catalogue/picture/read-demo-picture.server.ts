import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { LOCALES } from '~/domain/text'
import { fixedT } from '~/platform/language/i18n'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { createBoundedCache } from '~/platform/cache/bounded-cache'
import type { BoundedCache } from '~/platform/cache/bounded-cache'
import type { LiveContent } from '~/platform/content/live-content'
import { demoSource } from '../demo-source.server'
import { describeFully } from '../describe-demo'
import { drawPicture } from './draw-picture.server'

const inputSchema = z.object({ slug: z.string().max(80), locale: z.enum(LOCALES) })

const MOST_PICTURES = 60

/** Pictures by what they show, for each process: when that changes, it is another picture. */
const drawn = new WeakMap<LiveContent, BoundedCache<Promise<Buffer>>>()

/**
 * The picture of a demo for whoever shares its address, as PNG.
 * @throws DomainError `not-found` for a demo that is not published
 */
export const readDemoPicture = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { slug, locale } }): Promise<Buffer> => {
    const revision = await ctx.content.published('demo', slug)
    if (!revision) throw new DomainError('not-found', `There is no demo “${slug}”.`, { demo: slug })
    const demo = describeFully(await demoSource({ ...ctx, locale }, revision))
    const { name: siteName } = await workspaceSettings(ctx)
    const minutes = fixedT(locale, 'center')('demo.minutes', { count: demo.minutes })
    const facts = [minutes, ...demo.roles.map((role) => role.name)].join(' · ')
    return drawOnce(ctx.content, { siteName, title: demo.title, facts })
  },
)

function drawOnce(content: LiveContent, facts: Parameters<typeof drawPicture>[0]): Promise<Buffer> {
  const kept = drawn.get(content) ?? createBoundedCache<Promise<Buffer>>(MOST_PICTURES)
  drawn.set(content, kept)
  const key = JSON.stringify(facts)
  const known = kept.get(key)
  if (known) return known
  const drawing = drawPicture(facts)
  kept.set(key, drawing)
  drawing.catch(() => kept.delete(key))
  return drawing
}
