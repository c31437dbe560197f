import { useTranslation } from 'react-i18next'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { When } from '~/ui/when'
import { ConversionActions } from './conversion-actions'
import type { ConversionAct } from './conversion-actions'
import { ConversionNotes } from './conversion-notes'
import { ConversionTrial } from './conversion-trial'
import { Money } from './money'
import type { ConversionView } from '../conversion-view'

export interface ConversionListProps {
  conversions: ConversionView[]
  windowDays: number
  mayManage: boolean
  onAct: (act: ConversionAct, conversion: ConversionView) => void
}

/** The table of conversions; a phone shows cards instead. */
export function ConversionTable({ conversions, windowDays, mayManage, onAct }: ConversionListProps) {
  const { t } = useTranslation('conversions')
  return (
    <DataTable label={t('conversions.title')} className="max-md:hidden">
      <thead>
        <tr>
          <HeadCell>{t('conversions.column.goal')}</HeadCell>
          <HeadCell>{t('conversions.column.at')}</HeadCell>
          <HeadCell>{t('conversions.column.trial')}</HeadCell>
          <HeadCell>{t('conversions.column.source')}</HeadCell>
          <HeadCell>{t('conversions.column.state')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('conversions.column.actions')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {conversions.map((conversion) => (
          <Row key={conversion.id} className="align-top">
            <Cell className="font-medium">
              <span>{t(`conversions.goal.${conversion.goal}`)}</span>
              <Money value={conversion.value} currency={conversion.currency} />
            </Cell>
            <Cell className="whitespace-nowrap tabular-nums">
              <When at={conversion.at} />
            </Cell>
            <Cell>
              <ConversionTrial conversion={conversion} />
            </Cell>
            <Cell>
              <ReportedBy conversion={conversion} />
            </Cell>
            <Cell className="max-w-64">
              <ConversionNotes conversion={conversion} windowDays={windowDays} />
            </Cell>
            <Cell className="text-right">
              {mayManage ? <ConversionActions conversion={conversion} onAct={onAct} /> : null}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** The source of a conversion, and its id there. */
export function ReportedBy({
  conversion: { source, reportedBy, externalId },
}: {
  conversion: ConversionView
}) {
  const { t } = useTranslation('conversions')
  return (
    <span className="grid">
      <span>
        <span>{t(`conversions.source.${source}`)}</span>
        {reportedBy ? <span className="text-muted">{` · ${reportedBy}`}</span> : null}
      </span>
      {externalId ? <span className="text-xs break-all text-faint">{externalId}</span> : null}
    </span>
  )
}
