import { LifeBuoy, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'

/** A help post that may answer. */
export interface StuckAnswer {
  slug: string
  title: string
}

interface StuckNoteProps {
  /** The tips of the control and its fields. */
  tips: readonly string[]
  answers: readonly StuckAnswer[]
  /** Opens a question to a person; null where nobody can be asked. */
  onAsk: (() => void) | null
  onClose: () => void
}

/** Help that is offered to a prospect who seems stuck. */
export function StuckNote({ tips, answers, onAsk, onClose }: StuckNoteProps) {
  const { t } = useTranslation('player')
  return (
    <section
      aria-label={t('stuck.label')}
      className="appear grid grow basis-full gap-2 rounded-lg bg-accent-soft px-3 py-2.5 text-sm text-ink"
    >
      <p className="flex items-start gap-2 font-medium">
        <LifeBuoy className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden="true" />
        <span className="flex-1">{t('stuck.title')}</span>
        <button
          type="button"
          aria-label={t('stuck.close')}
          title={t('stuck.close')}
          onClick={onClose}
          className="-mt-1 -mr-1.5 grid size-6 shrink-0 place-items-center rounded-md text-muted hover:text-ink pointer-coarse:size-11"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      </p>
      {tips.map((tip) => (
        <p key={tip}>{tip}</p>
      ))}
      {answers.map(({ slug, title }) => (
        <a
          key={slug}
          href={paths.helpPost(slug)}
          target="_blank"
          rel="noopener"
          className="font-medium text-accent underline underline-offset-4"
        >
          {title}
        </a>
      ))}
      {onAsk ? (
        <Button tone="secondary" size="small" className="justify-self-start" onClick={onAsk}>
          {t('remark.ask')}
        </Button>
      ) : null}
    </section>
  )
}
