import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SentEvent } from './block-cell'

/** What the last press sent. It stays visible while the page scrolls. */
export function SentLog({ last, sends }: { last: SentEvent | null; sends: boolean }) {
  const { t } = useTranslation('gallery')
  return (
    <section
      aria-labelledby="sent"
      className="sticky bottom-4 z-20 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-xl bg-raised px-4 py-3 text-sm shadow-float ring-1 ring-line"
    >
      <h2 id="sent" className="flex items-center gap-2 font-medium">
        <Send className="size-4 text-faint" aria-hidden="true" />
        <span>{t('sent.title')}</span>
      </h2>
      <div role="log" aria-labelledby="sent" className="min-w-0 flex-1">
        {last === null ? (
          <p className="text-muted">{t(sends ? 'sent.none' : 'sent.nothing')}</p>
        ) : (
          <p key={last.count}>
            <span>{`${t(last.taken ? 'sent.taken' : 'sent.refused')} `}</span>
            <code className="rounded bg-sunken px-1.5 py-0.5 text-[0.8125rem] break-words">
              {last.data && Object.keys(last.data).length > 0
                ? `${last.type} ${JSON.stringify(last.data)}`
                : last.type}
            </code>
          </p>
        )}
      </div>
    </section>
  )
}
