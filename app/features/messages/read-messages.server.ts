import { z } from 'zod'
import type { Message } from '~/domain/content/message'
import { MESSAGE_PLACES, showsOn } from '~/domain/content/message'
import { dayOf } from '~/domain/insight/time-zone'
import { localize } from '~/domain/text'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { recordExposure } from '~/platform/content/record-exposure'
import { servedTo } from '~/platform/content/served-content'
import { listMessageEventsOf } from '#db/queries/page-views'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.object({ places: z.array(z.enum(MESSAGE_PLACES)).readonly() })

export type MessagePlace = Message['places'][number]

/** A notice to visitors, in their language. */
export interface ShownMessage {
  slug: string
  tone: Message['tone']
  title: string
  body: string
  link: { href: string; label: string } | null
  /** The visitor agreed that it is kept what becomes of it. */
  recorded: boolean
}

/** The published messages that show at a place today, by the workspace's calendar. */
export const readMessages = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { places } }): Promise<ShownMessage[]> => {
    const [live, served, timeZone] = await Promise.all([
      ctx.content.list('message'),
      servedTo(ctx).list('message'),
      workspaceTimeZone(ctx),
    ])
    const today = dayOf(ctx.now(), timeZone)
    const shows = ({ body }: { body: Message }) =>
      places.some((place) => body.places.includes(place)) && showsOn(body, today)
    // Whoever is shown nothing in place of a message counts like those who are shown it.
    const met = new Set([...live, ...served].filter(shows).map(({ slug }) => slug))
    for (const slug of met) await recordExposure(ctx, 'message', slug)
    const dismissed = await dismissedBy(ctx)
    const left = served.filter((one) => shows(one) && !dismissed.has(one.slug))
    return left.map(({ slug, body }) => ({
      slug,
      recorded: ctx.remembers,
      tone: body.tone,
      title: localize(body.title, ctx.locale),
      body: localize(body.body ?? {}, ctx.locale),
      link: body.link ? { href: body.link.href, label: localize(body.link.label, ctx.locale) } : null,
    }))
  },
)

const EVENTS_READ = 1_000

/** What this visitor dismissed, as far as it was kept. */
async function dismissedBy({ db, visitor, shared }: Context): Promise<ReadonlySet<string>> {
  if (shared) return shared.dismissed
  if (!visitor?.persistent) return new Set()
  const events = await listMessageEventsOf(db, visitor.id, EVENTS_READ)
  return new Set(events.filter(({ fate }) => fate === 'dismissed').map(({ message }) => message))
}
