import type { ConversionValue } from '~/domain/insight/conversion-value'
import { trialsHref } from '../../filter/board-links'
import type { BoardQuery } from '../../filter/board-query'
import type { BoardFormat } from '../board-format'
import { ValueText } from './value-text'

interface ConversionValueTextProps {
  value: ConversionValue
  state: 'valued' | 'early-valued'
  query: BoardQuery
  format: BoardFormat
}

/** What conversions were worth; every amount opens the units that it sums. */
export function ConversionValueText({ value, state, query, format }: ConversionValueTextProps) {
  const { unit, goal } = value
  return (
    <ValueText
      value={value[state]}
      format={format}
      hrefOf={(currencies) => trialsHref(query, { unit, goal, state, currencies })}
    />
  )
}
