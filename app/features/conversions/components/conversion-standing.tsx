import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { useInstant } from '~/ui/when'
import type { ConversionView } from '../conversion-view'

/** The words that tell a conversion from an ordinary one; nothing for one that simply counts. */
export function ConversionStanding({
  conversion,
  windowDays,
}: {
  conversion: ConversionView
  windowDays: number
}) {
  const { t } = useTranslation('conversions')
  const tell = useInstant()
  const { late, outside, correctedAt, withdrawnAt, withdrawnReason, matchedBy, recordedAt } = conversion
  return (
    <span className="grid gap-1">
      <span className="flex flex-wrap gap-1">
        {withdrawnAt ? <Badge tone="bad">{t('conversions.withdrawn')}</Badge> : null}
        {matchedBy === null && !withdrawnAt ? <Badge tone="warn">{t('conversions.unmatched')}</Badge> : null}
        {outside ? <Badge tone="warn">{t('conversions.outside')}</Badge> : null}
        {late ? <Badge>{t('conversions.late')}</Badge> : null}
        {correctedAt ? <Badge>{t('conversions.corrected')}</Badge> : null}
      </span>
      {withdrawnReason ? <span className="text-xs text-muted">{withdrawnReason}</span> : null}
      {outside ? (
        <span className="text-xs text-faint">{t('conversions.outsideText', { days: windowDays })}</span>
      ) : null}
      {late ? (
        <span className="text-xs text-faint" suppressHydrationWarning>
          {t('conversions.lateBy', { when: tell(recordedAt) })}
        </span>
      ) : null}
    </span>
  )
}
