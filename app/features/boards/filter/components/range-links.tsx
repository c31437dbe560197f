import { useTranslation } from 'react-i18next'
import { RANGE_PRESETS } from '~/domain/insight/date-range'
import type { BoardQuery } from '../board-query'
import { boardParams } from '../board-query'
import { ChoiceLinks } from './choice-links'

/** The ready-made periods, side by side. Days of one's own are in the panel. */
export function RangeLinks({
  query,
  hrefOf,
}: {
  query: BoardQuery
  hrefOf: (params: Record<string, string | undefined>) => string
}) {
  const { t } = useTranslation('boards')
  const custom = query.from !== undefined || query.to !== undefined
  const choices = RANGE_PRESETS.map((range) => ({
    key: range,
    label: t(`filter.range.${range}`),
    to: hrefOf(boardParams({ ...query, range, from: undefined, to: undefined })),
    current: !custom && query.range === range,
  }))
  return <ChoiceLinks label={t('filter.period')} choices={choices} />
}
