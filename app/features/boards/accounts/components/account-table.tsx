import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { useQuietNote } from '../quiet-accounts'
import type { TriedAccount } from '~/domain/insight/accounts/tried-account'
import { Cell, DataTable, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { SortHead } from '../../trials/components/sort-head'
import { accountHref, accountSortHref, shownColumns, type AccountListQuery } from '../account-query'
import type { AccountsBoard } from '../accounts-view'
import { AccountCell, isAmount } from './account-cell'

interface AccountRowsProps {
  board: AccountsBoard
  format: BoardFormat
}

/** The accounts on wide screens. Every head sorts; every number opens its list. */
export function AccountTable({ board: { query, accounts }, format }: AccountRowsProps) {
  const { t } = useTranslation('accounts-board')
  const columns = shownColumns(query)
  const heads = ['name' as const, ...columns]
  return (
    <DataTable label={t('heading')} className="max-md:hidden">
      <thead>
        <tr>
          {heads.map((column) => (
            <SortHead
              key={column}
              sorted={query.sort === column ? query.direction : null}
              to={accountSortHref(query, column)}
              numeric={isAmount(column)}
            >
              {t(`column.${column}`)}
            </SortHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <Row key={account.account} className="align-top hover:bg-sunken/60">
            <Cell className="max-w-64 min-w-36 break-words">
              <AccountName query={query} account={account} />
            </Cell>
            {columns.map((column) => (
              <Cell
                key={column}
                numeric={isAmount(column)}
                className={column === 'last' ? 'whitespace-nowrap' : ''}
              >
                <AccountCell column={column} account={account} query={query} format={format} />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** The name, which opens the page of the account, and its domains. */
export function AccountName({ query, account }: { query: AccountListQuery; account: TriedAccount }) {
  const { t } = useTranslation('accounts-board')
  const quiet = useQuietNote(account.account)
  return (
    <span className="grid gap-0.5">
      <Link
        to={accountHref(query, account.account)}
        className="font-medium underline decoration-line-strong underline-offset-4 hover:decoration-accent"
      >
        {account.name}
      </Link>
      {account.domains.length === 0 ? null : (
        <span className="text-xs text-faint">{account.domains.join(', ')}</span>
      )}
      {quiet ? (
        <span title={quiet.text}>
          <Badge tone="warn">{t('quiet.badge')}</Badge>
        </span>
      ) : null}
    </span>
  )
}
