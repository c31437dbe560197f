import type { Message } from '~/domain/content/message'
import { showsOn } from '~/domain/content/message'
import { localize } from '~/domain/text'
import type { VerbArgs } from '~/server/context'
import { workspaceTimeZone } from '~/server/workspace-settings'

export type MessagePlace = Message['places'][number]

/** A notice to visitors, in their language. */
export interface ShownMessage {
  slug: string
  tone: Message['tone']
  title: string
  body: string
  link: { href: string; label: string } | null
}

/** The published messages that show at a place today, by the workspace's calendar. */
export async function readMessages({
  ctx,
  input,
}: VerbArgs<{ places: readonly MessagePlace[] }>): Promise<ShownMessage[]> {
  const [messages, timeZone] = await Promise.all([ctx.content.list('message'), workspaceTimeZone(ctx)])
  // Swedish writes a day as YYYY-MM-DD.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(ctx.now())
  return messages
    .filter(({ body }) => input.places.some((place) => body.places.includes(place)) && showsOn(body, today))
    .map(({ slug, body }) => ({
      slug,
      tone: body.tone,
      title: localize(body.title, ctx.locale),
      body: localize(body.body ?? {}, ctx.locale),
      link: body.link ? { href: body.link.href, label: localize(body.link.label, ctx.locale) } : null,
    }))
}
