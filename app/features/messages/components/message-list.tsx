import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '~/connection/tell'
import type { MessageFate } from '~/domain/content/message'
import type { BadgeTone } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import type { ShownMessage } from '../read-messages.server'

const TONES: Record<ShownMessage['tone'], BadgeTone> = { info: 'accent', success: 'good', warning: 'warn' }

/** Messages that were dismissed since the page was loaded: without consent nothing is stored on the device. */
const dismissed = new Set<string>()

/** Short notices of the company to its visitors. Each can be dismissed. */
export function MessageList({ messages }: { messages: ShownMessage[] }) {
  const [, setChanges] = useState(0)
  const left = messages.filter(({ slug }) => !dismissed.has(slug))
  if (left.length === 0) return null
  return (
    <div className="grid gap-2">
      {left.map((message) => (
        <ShownNotice
          key={message.slug}
          message={message}
          onDismiss={() => {
            dismissed.add(message.slug)
            setChanges((changes) => changes + 1)
          }}
        />
      ))}
    </div>
  )
}

function ShownNotice({ message, onDismiss }: { message: ShownMessage; onDismiss: () => void }) {
  const { t } = useTranslation('center')
  const { slug, tone, title, body, link, recorded } = message
  const tellFate = (fate: MessageFate) => {
    if (recorded) tell('message', { message: slug, fate })
  }
  useEffect(() => {
    if (recorded) tell('message', { message: slug, fate: 'shown' })
  }, [recorded, slug])
  return (
    <Notice
      tone={TONES[tone]}
      title={title}
      action={
        <button
          type="button"
          aria-label={t('message.dismiss', { title })}
          onClick={() => {
            tellFate('dismissed')
            onDismiss()
          }}
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
          <a
            href={link.href}
            onClick={() => tellFate('clicked')}
            className="font-medium text-accent underline underline-offset-4"
          >
            {link.label}
          </a>
        </>
      ) : null}
    </Notice>
  )
}
