import { useTranslation } from 'react-i18next'
import { RichText } from '~/ui/rich-text'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import type { BreakdownBoard } from '../breakdown-view'

/** The currency of the values, and those that stand apart. */
export function MoneyNote({ board, format }: { board: BreakdownBoard; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { currency, apart, query } = board
  const hrefOf = (code: string) =>
    trialsHref(query, { unit: 'trial', state: 'valued', currencies: [code] }, query.demo)
  return (
    <p className="grid max-w-2xl gap-1 text-sm text-muted">
      <span>{t('channels.notes.value', { currency })}</span>
      {apart.map((amount) => (
        <span key={amount.currency}>
          <RichText
            t={t}
            i18nKey="value.apartOf"
            values={{ amount: format.money(amount) }}
            components={{ all: <NumberLink to={hrefOf(amount.currency)} /> }}
          />
        </span>
      ))}
    </p>
  )
}
