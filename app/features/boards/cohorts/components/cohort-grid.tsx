import { useTranslation } from 'react-i18next'
import type { Cohort, CohortCell } from '~/domain/insight/cohorts/cohort-table'
import { WEEKS } from '~/domain/insight/cohorts/cohort-terms'
import { classNames } from '~/ui/class-names'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { EVERYBODY, cellSet, cohortHref } from '../cohort-query'
import type { CohortsBoard } from '../cohorts-view'

interface GridProps {
  board: CohortsBoard
  format: BoardFormat
}

type Days = Pick<Cohort, 'first' | 'last'> | null

/** One row for each week of first trials, one column for each week after. The deeper the ground, the greater the share. */
export function CohortGrid({ board, format }: GridProps) {
  const { t } = useTranslation('cohorts')
  const { query, cohorts, whole } = board
  return (
    <DataTable label={t('title')} className="tabular-nums">
      <thead>
        <tr>
          <HeadCell>{t('began')}</HeadCell>
          <HeadCell numeric>{t('visitors')}</HeadCell>
          {WEEKS.map((week) => (
            <HeadCell key={week} numeric>
              {t('week', { week })}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <Row key={cohort.first} className="align-top">
            <Cell className="whitespace-nowrap">{format.days(cohort.first, cohort.last)}</Cell>
            <Cell numeric>
              <NumberLink to={cohortHref(query, cohort, EVERYBODY)}>
                {format.number(cohort.visitors)}
              </NumberLink>
            </Cell>
            {cohort.cells.map((cell) => (
              <GridCell key={cell.week} cell={cell} days={cohort} board={board} format={format} />
            ))}
          </Row>
        ))}
      </tbody>
      <tfoot>
        <Row className="border-t border-line-strong align-top font-medium">
          <Cell>{t('all')}</Cell>
          <Cell numeric>
            <NumberLink to={cohortHref(query, null, EVERYBODY)}>{format.number(whole.visitors)}</NumberLink>
          </Cell>
          {whole.cells.map((cell) => (
            <GridCell key={cell.week} cell={cell} days={null} board={board} format={format} />
          ))}
        </Row>
      </tfoot>
    </DataTable>
  )
}

/** From the least share of a ground to its colour. */
const GROUNDS = [
  { from: 0.4, colour: 'bg-accent/40' },
  { from: 0.2, colour: 'bg-accent/30' },
  { from: 0.1, colour: 'bg-accent/20' },
  { from: 0.05, colour: 'bg-accent/12' },
  { from: 0.001, colour: 'bg-accent/6' },
] as const

const groundOf = ({ rate }: CohortCell): string =>
  (rate.enough && GROUNDS.find(({ from }) => (rate.share ?? 0) >= from)?.colour) || ''

function GridCell({ cell, days, board: { query }, format }: GridProps & { cell: CohortCell; days: Days }) {
  const { t } = useTranslation('cohorts')
  const { rate, week, isOpen } = cell
  if (rate.denominator === 0) {
    return (
      <Cell numeric className="text-faint">
        <span aria-label={t(isOpen ? 'notOver' : 'nobody')}>{isOpen ? '…' : '–'}</span>
      </Cell>
    )
  }
  const hrefOf = (part: 'happened' | 'followed') => cohortHref(query, days, cellSet(query, week, part))
  return (
    <Cell
      numeric
      className={classNames('whitespace-nowrap', groundOf(cell))}
      title={titleOf(cell, t, format)}
    >
      <span className="grid gap-0.5">
        <span className={rate.enough ? '' : 'text-xs text-faint'}>
          {rate.enough ? format.percent(rate.share ?? 0) : t('tooFew')}
        </span>
        <span className="text-xs text-muted">
          <NumberLink to={hrefOf('happened')}>{format.number(rate.numerator)}</NumberLink>
          <span>{` / `}</span>
          <NumberLink to={hrefOf('followed')}>{format.number(rate.denominator)}</NumberLink>
          {isOpen ? <span aria-label={t('open')}>{' *'}</span> : null}
        </span>
      </span>
    </Cell>
  )
}

function titleOf(
  { rate, isOpen }: CohortCell,
  t: ReturnType<typeof useTranslation<'cohorts'>>['t'],
  format: BoardFormat,
): string {
  const interval = t('interval', { low: format.percent(rate.low), high: format.percent(rate.high) })
  return isOpen ? `${interval} ${t('open')}` : interval
}
