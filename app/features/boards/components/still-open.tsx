import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../board-format'
import { NumberLink } from './number-link'

/** Trials that may still convert: in neither number of the rate, and told beside it. */
export function StillOpen({ count, to, format }: { count: number; to: string; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  return (
    <span>
      <span>{`${t('figure.open')} `}</span>
      <NumberLink to={to}>{format.number(count)}</NumberLink>
    </span>
  )
}
