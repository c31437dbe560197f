import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import { useInstant } from '~/ui/when'
import type { ConversionView } from '../conversion-view'

/** Labels for conversions that need attention; nothing for one that simply counts. */
export function ConversionNotes({
  conversion,
  windowDays,
}: {
  conversion: ConversionView
  windowDays: number
}) {
  const { t } = useTranslation('conversions')
  const formatInstant = useInstant()
  const { late, outside, withdrawnAt, withdrawnReason, unverified, recordedAt } = conversion
  return (
    <span className="grid gap-1">
      <StandingBadges conversion={conversion} />
      {unverified && !withdrawnAt ? (
        <span className="text-xs text-faint">{t('conversions.unverifiedText')}</span>
      ) : null}
      {withdrawnReason ? <span className="text-xs text-muted">{withdrawnReason}</span> : null}
      {outside ? (
        <span className="text-xs text-faint">{t('conversions.outsideText', { days: windowDays })}</span>
      ) : null}
      {late ? (
        <span className="text-xs text-faint" suppressHydrationWarning>
          {t('conversions.lateBy', { when: formatInstant(recordedAt) })}
        </span>
      ) : null}
    </span>
  )
}

function StandingBadges({ conversion }: { conversion: ConversionView }) {
  const { t } = useTranslation('conversions')
  const { withdrawnAt, matchedBy, source, unverified, ambiguous, outside, late, correctedAt } = conversion
  const badges: [BadgeTone, string, boolean][] = [
    ['bad', 'withdrawn', withdrawnAt !== null],
    ['warn', 'unmatched', matchedBy === null && withdrawnAt === null],
    ['neutral', 'asked', source === 'browser'],
    ['warn', 'unverified', unverified && withdrawnAt === null],
    ['warn', 'ambiguous', ambiguous],
    ['warn', 'outside', outside],
    ['neutral', 'late', late],
    ['neutral', 'corrected', correctedAt !== null],
  ]
  return (
    <span className="flex flex-wrap gap-1">
      {badges.map(([tone, word, holds]) =>
        holds ? (
          <Badge key={word} tone={tone}>
            {t(`conversions.${word}`)}
          </Badge>
        ) : null,
      )}
    </span>
  )
}
