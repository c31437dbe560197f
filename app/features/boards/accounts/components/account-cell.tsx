import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountColumn } from '~/domain/insight/accounts/account-figures'
import { accountScore } from '~/domain/insight/accounts/account-score'
import type { TriedAccount } from '~/domain/insight/accounts/tried-account'
import type { PlainSet } from '~/domain/insight/trial-set'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { accountHref, accountSetHref, type AccountListQuery } from '../account-query'
import { ScoreLine } from './score-reasons'

export interface AccountCellProps {
  account: TriedAccount
  query: AccountListQuery
  format: BoardFormat
}

type Draw = (given: AccountCellProps) => ReactElement

/** A number of trials, which opens their list. */
const trialsOf =
  (set: PlainSet, count: (account: TriedAccount) => number): Draw =>
  ({ account, query, format }) => (
    <NumberLink to={accountSetHref(query, account.account, set)}>{format.number(count(account))}</NumberLink>
  )

/** A number of what the page of the account lists. */
const partsOf =
  (part: 'people' | 'demos'): Draw =>
  ({ account, query, format }) => (
    <NumberLink to={`${accountHref(query, account.account)}#${part}`}>
      {format.number(account[part])}
    </NumberLink>
  )

const CELLS: Record<Exclude<AccountColumn, 'name'>, Draw> = {
  score: ({ account, format }) => (
    <span className="grid gap-0.5">
      <span className="font-medium tabular-nums">{format.number(account.score)}</span>
      <span className="min-w-44 text-xs text-pretty text-faint">
        <ScoreLine score={accountScore(account.counts)} format={format} />
      </span>
    </span>
  ),
  people: partsOf('people'),
  trials: trialsOf('started', ({ trials }) => trials),
  demos: partsOf('demos'),
  finished: trialsOf('finished', ({ finished }) => finished),
  asked: trialsOf('asked', ({ asked }) => asked),
  converted: (given) => <Converted {...given} />,
  last: ({ account, format }) => <span>{format.instant(account.lastActivity)}</span>,
}

/** What one column shows of an account beside its name. */
export function AccountCell({ column, ...given }: AccountCellProps & { column: AccountColumn }) {
  return column === 'name' ? null : CELLS[column](given)
}

/** Past the window, and below it those that converted while it is open. */
function Converted({ account, query, format }: AccountCellProps) {
  const { t } = useTranslation('accounts-board')
  return (
    <span className="inline-grid">
      {trialsOf('converted', ({ converted }) => converted)({ account, query, format })}
      {account.early === 0 ? null : (
        <span className="text-xs whitespace-nowrap text-faint">
          <span>{t('early')}</span>
          <span> </span>
          {trialsOf('early', ({ early }) => early)({ account, query, format })}
        </span>
      )}
    </span>
  )
}

/** True for columns of numbers. */
export const isAmount = (column: AccountColumn): boolean =>
  column !== 'name' && column !== 'score' && column !== 'last'
