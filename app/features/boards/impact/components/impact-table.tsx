import { useTranslation } from 'react-i18next'
import type { MeasureImpact } from '~/domain/insight/impact/impact-measures'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { differenceText, isInPoints } from '../../breakdown/measure-format'
import type { DetailProps } from './impact-props'
import { SideFigure } from './side-figure'
import { VerdictBadge } from './verdict-badge'

/** The other measures on both sides, with the interval of each difference. */
export function ImpactTable(props: DetailProps) {
  const { t } = useTranslation('impact')
  const { before, after } = props.impact.windows
  return (
    <DataTable label={t('others.title')}>
      <thead>
        <tr>
          <HeadCell>{t('others.measure')}</HeadCell>
          <HeadCell>{t('side.before', { number: before.revision })}</HeadCell>
          <HeadCell>{t('side.after', { number: after.revision })}</HeadCell>
          <HeadCell>{t('others.difference')}</HeadCell>
          <HeadCell>{t('others.verdict')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {props.impact.others.map((measure) => (
          <Row key={measure.measure}>
            <Cell className="min-w-28">{t(`measure.${measure.measure}`)}</Cell>
            {(['before', 'after'] as const).map((side) => (
              <Cell key={side}>
                <SideFigure {...props} measure={measure} side={side} windows={props.impact.windows} />
              </Cell>
            ))}
            <Cell>
              <DifferenceWords {...props} measure={measure} />
            </Cell>
            <Cell>
              <VerdictBadge impact={measure} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function DifferenceWords({
  measure: { measure, verdict },
  format,
}: DetailProps & { measure: MeasureImpact }) {
  const { t } = useTranslation('boards')
  const { value, low, high } = verdict.difference
  const isFew = verdict.verdict === 'cannot-tell' && verdict.why === 'too-few'
  if (value === null || isFew) return <span className="text-faint">–</span>
  const text = (of: number) => differenceText(measure, of, format)
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span>{text(value)}</span>
      {isInPoints(measure) ? <span>{` ${t('figure.points')}`}</span> : null}
      <span className="ml-2 text-xs text-faint">
        {t('figure.range', { low: text(low), high: text(high) })}
      </span>
    </span>
  )
}
