import { useTranslation } from 'react-i18next'
import type { SavedBody } from '~/domain/insight/saved-query'
import { When } from '~/ui/when'
import type { SavedVersion } from '../saved-views'

interface VersionListProps {
  versions: readonly SavedVersion[]
  wordsOf: (body: SavedBody) => string
}

/** Every version of a saved query: who saved it, when, and what it held. */
export function VersionList({ versions, wordsOf }: VersionListProps) {
  const { t } = useTranslation('segments')
  return (
    <ol className="grid gap-4 text-sm" aria-label={t('history.title')}>
      {versions.map(({ version, name, body, at, by }) => (
        <li key={version} className="grid gap-0.5">
          <p>
            <span className="font-medium">{t('history.version', { version, name })}</span>
            <span className="ml-2 text-faint">
              <span>{`${by}, `}</span>
              <When at={at} />
            </span>
          </p>
          <p className="max-w-3xl text-muted">{wordsOf(body)}</p>
        </li>
      ))}
    </ol>
  )
}
