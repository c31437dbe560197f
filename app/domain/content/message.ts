import { z } from 'zod'

import { isDay } from '../day'
import { textSchema } from '~/domain/demo/format/schema-values'
import { urlRefusal } from './vetting/url'

/** Where a message may appear. */
export const MESSAGE_PLACES = ['home', 'catalogue', 'demo', 'player', 'pricing', 'help'] as const

/** What may become of a message that somebody was shown. */
export const MESSAGE_FATES = ['shown', 'clicked', 'dismissed'] as const
export type MessageFate = (typeof MESSAGE_FATES)[number]

const RELATIVE = 'Write a path that begins with a slash as /help/…, or a full address'

const href = z
  .string()
  .max(500)
  .superRefine((url, context) => {
    const refusal = urlRefusal(url, 'link')
    if (refusal) context.addIssue({ code: 'custom', message: refusal })
    // A message is shown on many pages, and a relative link would point elsewhere from each.
    else if (!/^([/#]|[a-z]+:)/i.test(url)) context.addIssue({ code: 'custom', message: RELATIVE })
  })

/** `2026-03-01`, a day in the workspace's time zone. */
const day = z.iso.date().refine(isDay, 'Write a day that exists as 2026-03-01')

/** A short notice to visitors. `from` and `until` are the first and last day on which it is shown. */
export const messageSchema = z
  .strictObject({
    format: z.literal('foyer-message/1'),
    places: z.array(z.enum(MESSAGE_PLACES)).min(1),
    tone: z.enum(['info', 'success', 'warning']),
    title: textSchema,
    body: textSchema.optional(),
    link: z.strictObject({ href, label: textSchema }).optional(),
    from: day.optional(),
    until: day.optional(),
  })
  .refine((message) => !message.from || !message.until || message.from <= message.until, {
    path: ['until'],
    message: 'The last day lies before the first',
  })
export type Message = z.infer<typeof messageSchema>

/** True when the message shows on this day (`YYYY-MM-DD`, in the workspace's time zone). */
export function showsOn(message: Pick<Message, 'from' | 'until'>, today: string): boolean {
  return (message.from ?? today) <= today && today <= (message.until ?? today)
}
