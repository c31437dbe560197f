import { useTranslation } from 'react-i18next'
import type { ConvertedValue } from '~/domain/insight/value'
import { RichText } from '~/ui/rich-text'
import type { BoardFormat } from '../board-format'
import { NumberLink } from './number-link'

interface ValueTextProps {
  value: ConvertedValue
  format: BoardFormat
  /** Of the conversions that it sums, those that were reported without a value. */
  withoutValue?: number
  /** Opens what the amount sums. */
  to?: string | undefined
  /** Opens what is behind the amounts in these currencies. */
  hrefOf?: (currencies: string[]) => string
}

/** An amount in the workspace's currency, and beside it what no rate can be found for and what has no value. */
export function ValueText({ value, format, withoutValue = 0, ...links }: ValueTextProps) {
  const { t } = useTranslation('boards')
  const { apart, converted } = value
  const { hrefOf } = links
  const to = links.to ?? hrefOf?.(converted.map(({ currency }) => currency).sort())
  const sum = format.money(value)
  return (
    <span className="grid">
      {converted.length > 0 || apart.length === 0 ? (
        <span className="whitespace-nowrap">
          {to && (links.to || converted.length > 0) ? <NumberLink to={to}>{sum}</NumberLink> : sum}
        </span>
      ) : null}
      {apart.map((amount) => (
        <span key={amount.currency} className="text-xs text-warn">
          {hrefOf ? (
            <RichText
              t={t}
              i18nKey="value.apartOf"
              values={{ amount: format.money(amount) }}
              components={{ all: <NumberLink to={hrefOf([amount.currency])} /> }}
            />
          ) : (
            t('value.apart', { amount: format.money(amount) })
          )}
        </span>
      ))}
      {withoutValue > 0 ? (
        <span className="text-xs text-faint">
          {t('value.without', { number: format.partial(withoutValue) })}
        </span>
      ) : null}
    </span>
  )
}
