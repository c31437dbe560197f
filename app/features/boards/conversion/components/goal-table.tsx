import { useTranslation } from 'react-i18next'
import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { ConversionState } from '~/domain/insight/conversion-terms'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { RateWords } from '../../figures/components/rate-words'
import { trialsHref } from '../../filter/board-links'
import type { ConversionBoard } from '../conversion-view'

const COUNTS = ['matured', 'converted', 'early', 'open', 'asked'] as const

/** Each goal: confirmed and asked for, each with its rate and interval, and the units whose window is not over. */
export function GoalTable({ board, format }: { board: ConversionBoard; format: BoardFormat }) {
  const { t } = useTranslation('stages')
  const { t: named } = useTranslation('boards')
  return (
    <DataTable label={t('conversion.goals')}>
      <thead>
        <tr>
          <HeadCell>{named('conversion.goalLabel')}</HeadCell>
          <HeadCell numeric>{t('conversion.rate')}</HeadCell>
          {COUNTS.map((state) => (
            <HeadCell key={state} numeric>
              {named(`conversion.${state}`)}
            </HeadCell>
          ))}
          <HeadCell numeric>{t('conversion.askedRate')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {board.measures.map((measure) => (
          <GoalRow key={measure.terms.goal ?? 'any'} board={board} measure={measure} format={format} />
        ))}
      </tbody>
    </DataTable>
  )
}

function GoalRow({
  board: { query },
  measure,
  format,
}: {
  board: ConversionBoard
  measure: ConversionMeasure
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const { terms, counts, rate, asked } = measure
  const hrefOf = (state: ConversionState) => trialsHref(query, { ...terms, state })
  return (
    <Row>
      <Cell className="font-medium">{t(`conversion.goal.${terms.goal ?? 'any'}`)}</Cell>
      <Cell numeric>
        <RateWords rate={rate} format={format} />
      </Cell>
      {COUNTS.map((state) => (
        <Cell key={state} numeric>
          <NumberLink to={hrefOf(state)}>{format.number(counts[state])}</NumberLink>
        </Cell>
      ))}
      <Cell numeric>
        <RateWords rate={asked} format={format} />
      </Cell>
    </Row>
  )
}
