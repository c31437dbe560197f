import { useTranslation } from 'react-i18next'
import { SCORE_PARTS } from '~/domain/insight/accounts/account-score'
import type { ScoreCalibration } from '~/domain/insight/accounts/score-bands'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { IntervalStrip } from '../../figures/components/interval-strip'
import { RateWords } from '../../figures/components/rate-words'

interface AccountScoreSectionProps {
  calibration: ScoreCalibration
  format: BoardFormat
}

/** What a score is made of, and how often accounts with such a score converted. */
export function AccountScoreSection({ calibration, format }: AccountScoreSectionProps) {
  const { t } = useTranslation('accounts-board')
  return (
    <BoardSection title={t('score.title')} definition={t('score.definition')}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {SCORE_PARTS.map(({ name, each, most }) => (
          <li key={name}>
            <span>{t(`score.name.${name}`)}</span>
            <span className="ml-2 text-muted tabular-nums">{t('score.weight', { each, most })}</span>
          </li>
        ))}
      </ul>
      <p className="max-w-2xl text-sm">{verdictOf(calibration, t, format)}</p>
      <BandTable calibration={calibration} format={format} />
    </BoardSection>
  )
}

function verdictOf(
  { verdict, matured, converted, difference }: ScoreCalibration,
  t: ReturnType<typeof useTranslation<'accounts-board'>>['t'],
  format: BoardFormat,
): string {
  return t(`score.verdict.${verdict}`, {
    matured: format.number(matured),
    converted: format.number(converted),
    low: format.points(difference.low),
    high: format.points(difference.high),
    difference: format.points(difference.value ?? 0),
  })
}

function BandTable({ calibration: { bands }, format }: AccountScoreSectionProps) {
  const { t } = useTranslation('accounts-board')
  return (
    <DataTable label={t('score.title')} className="max-w-2xl">
      <thead>
        <tr>
          <HeadCell>{t('column.score')}</HeadCell>
          <HeadCell numeric>{t('score.converted')}</HeadCell>
          <HeadCell numeric>{t('score.matured')}</HeadCell>
          <HeadCell>{t('score.rate')}</HeadCell>
          <HeadCell className="w-44" aria-label={t('score.interval')} />
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, to, conversion }) => (
          <Row key={from}>
            <Cell className="tabular-nums">{t('score.band', { from, to })}</Cell>
            <Cell numeric>{format.number(conversion.numerator)}</Cell>
            <Cell numeric>{format.number(conversion.denominator)}</Cell>
            <Cell>
              <RateWords rate={conversion} format={format} />
            </Cell>
            <Cell>{conversion.enough ? <IntervalStrip rate={conversion} /> : null}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
