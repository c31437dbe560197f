import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { BadgeTone } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import type { ShownMessage } from '../read-messages.server'

const TONES: Record<ShownMessage['tone'], BadgeTone> = { info: 'accent', success: 'good', warning: 'warn' }

/** Short notices of the company to its visitors. A script lets each be dismissed, and tells what became of it. */
export function MessageList({ messages }: { messages: ShownMessage[] }) {
  if (messages.length === 0) return null
  return (
    <div className="grid gap-2 empty:hidden">
      {messages.map((message) => (
        <ShownNotice key={message.slug} message={message} />
      ))}
    </div>
  )
}

function ShownNotice({ message }: { message: ShownMessage }) {
  const { t } = useTranslation('center')
  const { slug, tone, title, body, link, recorded } = message
  return (
    <div data-message={slug} data-tell-to={recorded ? paths.api.messages() : undefined}>
      <Notice
        tone={TONES[tone]}
        title={title}
        action={
          <button
            type="button"
            hidden
            data-dismiss=""
            aria-label={t('message.dismiss', { title })}
            className="grid size-8 place-items-center rounded-md text-muted hover:text-ink pointer-coarse:size-11"
          >
            <X className="size-4" aria-hidden="true" />
          </button>
        }
      >
        <span>{body}</span>
        {link ? (
          <>
            <span> </span>
            <a href={link.href} className="font-medium text-accent underline underline-offset-4">
              {link.label}
            </a>
          </>
        ) : null}
      </Notice>
    </div>
  )
}
