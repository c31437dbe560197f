import { useTranslation } from 'react-i18next'
import { RichText } from '~/ui/rich-text'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import type { AccountsBoard } from '../accounts-view'

/** How many people belong to no account, and the list of their trials. */
export function UnaccountedLine({
  board: { query, unaccounted },
  format,
}: {
  board: AccountsBoard
  format: BoardFormat
}) {
  const { t } = useTranslation('accounts-board')
  if (unaccounted.trials === 0) return <p className="text-sm text-muted">{t('unaccounted.nobody')}</p>
  const without = [...new Set([...(query.without?.split(',') ?? []), 'account'])].join(',')
  const to = trialsHref({ ...query, account: undefined, without }, { name: 'started' }, query.demo)
  return (
    <p className="text-sm text-muted">
      <RichText
        t={t}
        i18nKey="unaccounted.some"
        values={{ people: format.number(unaccounted.people), trials: format.number(unaccounted.trials) }}
        components={{ list: <NumberLink to={to} /> }}
      />
    </p>
  )
}
