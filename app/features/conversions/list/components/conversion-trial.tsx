import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { ConversionView } from '../conversion-view'

/** The trial that a conversion is credited to, and how its visitor was found. */
export function ConversionTrial({ conversion }: { conversion: ConversionView }) {
  const { t } = useTranslation('conversions')
  const { trialId, demoTitle, matchedBy } = conversion
  if (matchedBy === null) return <span className="text-faint">–</span>
  return (
    <span className="grid">
      {trialId === null ? (
        <span className="text-muted">{t('conversions.noTrial')}</span>
      ) : (
        <Link
          to={paths.replay(trialId)}
          className="w-fit underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {demoTitle}
        </Link>
      )}
      {matchedBy === 'session' ? null : (
        <span className="text-xs text-faint">
          {t('import.by', { how: t(`conversions.matchedBy.${matchedBy}`) })}
        </span>
      )}
    </span>
  )
}
