import type { BadgeTone } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import type { ShownMessage } from '../read-messages.server'

const TONES: Record<ShownMessage['tone'], BadgeTone> = { info: 'accent', success: 'good', warning: 'warn' }

/** Short notices of the company to its visitors. */
export function MessageList({ messages }: { messages: ShownMessage[] }) {
  if (messages.length === 0) return null
  return (
    <div className="grid gap-2">
      {messages.map((message) => (
        <Notice key={message.slug} tone={TONES[message.tone]} title={message.title}>
          <span>{message.body}</span>
          {message.link ? (
            <>
              <span> </span>
              <a href={message.link.href} className="font-medium text-accent underline underline-offset-4">
                {message.link.label}
              </a>
            </>
          ) : null}
        </Notice>
      ))}
    </div>
  )
}
