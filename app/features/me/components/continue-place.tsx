import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'

/**
 * The way back to the trials of this browser. Pages are the same for all readers, so a script fills in the trial to
 * continue, in the place that this leaves for it: one line, on phones two.
 */
export function ContinuePlace({ demo }: { demo?: string }) {
  const { t } = useTranslation('center')
  return (
    <a
      href={paths.me()}
      data-continue={paths.unfinished(demo === undefined ? {} : { demo })}
      className="group flex h-20 flex-wrap content-center items-center gap-x-6 overflow-hidden rounded-2xl bg-accent-soft px-5 sm:h-14 sm:px-6"
    >
      <span data-part="label" className="text-sm text-muted max-sm:w-full">
        {t('continue.yours')}
      </span>
      <span data-part="title" className="min-w-0 flex-1 basis-0 truncate font-medium empty:hidden" />
      <span data-part="tasks" className="text-sm text-muted tabular-nums empty:hidden max-sm:hidden" />
      <span className="ml-auto inline-flex shrink-0 items-center gap-2 text-sm font-medium text-accent">
        <span data-part="go">{t('continue.see')}</span>
        <ArrowRight className="size-4 transition-transform group-hover:translate-x-0.5" aria-hidden="true" />
      </span>
    </a>
  )
}
