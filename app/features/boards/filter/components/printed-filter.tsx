import { useTranslation } from 'react-i18next'
import type { BoardQuery } from '../board-query'
import type { FilterChip } from './filter-chips'

/** On paper the filter is a sentence. */
export function PrintedFilter({ query, chips }: { query: BoardQuery; chips: readonly FilterChip[] }) {
  const { t } = useTranslation('boards')
  const parts = [
    t(`filter.printed.simulated.${query.simulated}`),
    t(`filter.printed.flagged.${query.flagged}`),
    ...chips.map(({ label }) => label),
  ]
  return <p className="hidden text-sm print:block">{t('filter.printed.line', { parts: parts.join('; ') })}</p>
}
