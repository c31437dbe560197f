import { useTranslation } from 'react-i18next'
import { When } from '~/ui/when'
import { ConversionActions } from './conversion-actions'
import { ConversionNotes } from './conversion-notes'
import { ReportedBy } from './conversion-table'
import type { ConversionListProps } from './conversion-table'
import { ConversionTrial } from './conversion-trial'
import { Money } from './money'

/** Conversions on a phone, one below the other. */
export function ConversionCards({ conversions, windowDays, mayManage, onAct }: ConversionListProps) {
  const { t } = useTranslation('conversions')
  return (
    <ul className="grid md:hidden">
      {conversions.map((conversion) => (
        <li
          key={conversion.id}
          className="flex items-start justify-between gap-3 border-b border-line py-3.5 text-sm last:border-0"
        >
          <div className="grid min-w-0 gap-1.5">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{t(`conversions.goal.${conversion.goal}`)}</span>
              <When at={conversion.at} className="text-muted tabular-nums" />
            </span>
            <Money value={conversion.value} currency={conversion.currency} />
            {conversion.matchedBy === null ? null : <ConversionTrial conversion={conversion} />}
            <ReportedBy conversion={conversion} />
            <ConversionNotes conversion={conversion} windowDays={windowDays} />
          </div>
          {mayManage ? <ConversionActions conversion={conversion} onAct={onAct} /> : null}
        </li>
      ))}
    </ul>
  )
}
