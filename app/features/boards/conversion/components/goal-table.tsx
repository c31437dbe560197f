import { useTranslation } from 'react-i18next'
import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { ConversionValue } from '~/domain/insight/conversion-value'
import type { ConversionState } from '~/domain/insight/conversion-terms'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { ConversionValueText } from '../../figures/components/conversion-value-text'
import { NumberLink } from '../../figures/components/number-link'
import { RateWords } from '../../figures/components/rate-words'
import { trialsHref } from '../../filter/board-links'
import type { ConversionBoard } from '../conversion-view'

const COUNTS = ['matured', 'converted', 'early', 'open', 'asked'] as const
const VALUES = ['valued', 'early-valued'] as const

/** Each goal: confirmed and asked for, each with its rate and interval, the units whose window is not over, and values. */
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
          {VALUES.map((state) => (
            <HeadCell key={state} numeric>
              {t(`value.${state}`)}
            </HeadCell>
          ))}
          <HeadCell numeric>{t('conversion.askedRate')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {board.measures.map((measure, index) => (
          <GoalRow
            key={measure.terms.goal ?? 'any'}
            board={board}
            measure={measure}
            value={board.values[index]}
            format={format}
          />
        ))}
      </tbody>
    </DataTable>
  )
}

function GoalRow({
  board: { query },
  measure,
  value,
  format,
}: {
  board: ConversionBoard
  measure: ConversionMeasure
  value: ConversionValue | undefined
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
      {VALUES.map((state) => (
        <Cell key={state} numeric>
          {value ? <ConversionValueText value={value} state={state} query={query} format={format} /> : null}
        </Cell>
      ))}
      <Cell numeric>
        <RateWords rate={asked} format={format} />
      </Cell>
    </Row>
  )
}
