import { useTranslation } from 'react-i18next'
import type { CurvePoint } from '~/domain/insight/survival'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../board-format'
import { DataDisclosure } from './data-disclosure'

const WEEK = 7

/** The curve as a table: every day with a conversion, every seventh day, and the last. */
export function ConversionCurveTable({
  points,
  format,
}: {
  points: readonly CurvePoint[]
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const rows = points.filter(
    ({ day, conversions }, index) =>
      day % WEEK === 0 || index === points.length - 1 || conversions !== points[index - 1]?.conversions,
  )
  return (
    <DataDisclosure label={t('figure.table')}>
      <DataTable label={t('conversion.curve')}>
        <thead>
          <tr>
            <HeadCell>{t('conversion.column.day')}</HeadCell>
            <HeadCell numeric>{t('conversion.column.share')}</HeadCell>
            <HeadCell numeric>{t('conversion.column.band')}</HeadCell>
            <HeadCell numeric>{t('conversion.column.conversions')}</HeadCell>
            <HeadCell numeric>{t('conversion.column.followed')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, share, low, high, conversions, followed }) => (
            <Row key={day}>
              <Cell>{format.number(day)}</Cell>
              <Cell numeric>{format.percent(share)}</Cell>
              <Cell numeric>
                {t('figure.range', { low: format.percent(low), high: format.percent(high) })}
              </Cell>
              <Cell numeric>{format.number(conversions)}</Cell>
              <Cell numeric>{format.number(followed)}</Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </DataDisclosure>
  )
}
