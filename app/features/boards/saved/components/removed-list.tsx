import { useTranslation } from 'react-i18next'
import { When } from '~/ui/when'
import type { SavedQuery } from '../saved-views'
import { RowButton } from './row-button'

/** What was removed lately, each with a button that puts it back. */
export function RemovedList({ removed }: { removed: readonly SavedQuery[] }) {
  const { t } = useTranslation('segments')
  if (removed.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-muted hover:text-ink">
        {t('removed.title', { count: removed.length })}
      </summary>
      <ul className="mt-3 grid gap-1">
        {removed.map(({ id, name, removedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span>{name}</span>
            {removedAt ? <When at={removedAt} className="text-faint" /> : null}
            <RowButton intent="restore" id={id} label={t('removed.restoreNamed', { name })}>
              {t('removed.restore')}
            </RowButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
