import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../../figures/board-format'
import { shownColumns } from '../account-query'
import type { AccountsBoard } from '../accounts-view'
import { AccountCell, isAmount } from './account-cell'
import { AccountName } from './account-table'

/** The accounts on a phone, one below the other, with the same columns. */
export function AccountCards({
  board: { query, accounts },
  format,
}: {
  board: AccountsBoard
  format: BoardFormat
}) {
  const { t } = useTranslation('accounts-board')
  const columns = shownColumns(query)
  return (
    <ul className="grid divide-y divide-line md:hidden">
      {accounts.map((account) => (
        <li key={account.account} className="grid gap-3 py-4 text-sm first:pt-0">
          <h2>
            <AccountName query={query} account={account} />
          </h2>
          <dl className="grid grid-cols-3 gap-3">
            {columns.map((column) => (
              <div key={column} className={isAmount(column) ? '' : 'col-span-3'}>
                <dt className="text-xs text-faint">{t(`column.${column}`)}</dt>
                <dd className="tabular-nums">
                  <AccountCell column={column} account={account} query={query} format={format} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
