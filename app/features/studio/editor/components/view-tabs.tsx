import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Editor } from './use-editor'

/** The views of the draft, each with its own address. */
export function ViewTabs({ editor: { view, hrefs } }: { editor: Editor }) {
  const { t } = useTranslation('studio')
  return (
    <nav aria-label={t('editor.views')} className="flex gap-5 border-b border-line">
      {(['form', 'languages', 'source'] as const).map((id) => (
        <Link
          key={id}
          to={hrefs[id]}
          replace
          preventScrollReset
          aria-current={view === id ? 'page' : undefined}
          className="-mb-px grid min-h-10 place-items-center border-b-2 border-transparent text-sm font-medium text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
        >
          {t(`editor.view.${id}`)}
        </Link>
      ))}
    </nav>
  )
}
