import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Elements } from '~/ui/elements'
import { RichText } from '~/ui/rich-text'
import { NumberLink } from '../../figures/components/number-link'

/** A note above the figures that some trials are simulated. */
export function SimulatedNote({
  count,
  to,
  action,
}: {
  count: number
  /** The list of those trials. */
  to: string
  action?: Elements
}) {
  const { t } = useTranslation('boards')
  if (count === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-warn-soft px-4 py-2.5 text-sm">
      <FlaskConical aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-64">
        <RichText t={t} i18nKey="simulated.note" count={count} components={{ all: <NumberLink to={to} /> }} />
      </p>
      {action}
      <details className="basis-full">
        <summary className="w-fit cursor-pointer rounded text-muted underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
          {t('simulated.how')}
        </summary>
        <p className="mt-2 max-w-3xl text-muted">{t('simulated.howText')}</p>
      </details>
    </div>
  )
}
