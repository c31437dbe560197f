import { Building2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Pagination } from '~/ui/pagination'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat } from '../../figures/board-format'
import { NoTrials } from '../../figures/components/no-trials'
import { isNarrowed } from '../../filter/board-query'
import { BoardHead } from '../../filter/components/board-head'
import { demoChips, demoField } from '../../filter/demo-field'
import { useValueNames } from '../../filter/use-value-names'
import { ListSearch } from '../../trials/components/list-search'
import {
  ACCOUNT_SEARCH_LENGTH,
  accountListParams,
  keptAccountParams,
  type AccountListQuery,
} from '../account-query'
import type { AccountsBoard } from '../accounts-view'
import { AccountCards } from './account-cards'
import { AccountColumns } from './account-columns'
import { AccountTable } from './account-table'
import { AccountScoreSection } from './account-score-section'
import { UnaccountedLine } from './unaccounted-line'

/** The companies behind the trials. */
export function AccountsBoardPage({ board }: { board: AccountsBoard }) {
  const { t } = useTranslation('accounts-board')
  const { query, period, names } = board
  const format = useBoardFormat(period.timeZone)
  const params = accountListParams(query)
  const valueOf = useValueNames(Object.values(names))
  return (
    <div className="grid gap-8">
      <BoardHead
        title={t('title', { count: board.found })}
        board={board}
        nameOf={valueOf}
        format={format}
        hrefOf={paths.accountsBoard}
        kept={keptAccountParams(query)}
        withRevision={query.demo !== undefined}
        first={[demoField(board)]}
        firstChips={demoChips(board, (rest) => paths.accountsBoard({ ...params, ...rest }))}
        actions={<DownloadPanel board="accounts" tables={['accounts', 'scores']} query={params} />}
      >
        <UnaccountedLine board={board} format={format} />
        <div className="flex flex-wrap items-start gap-3">
          <ListSearch
            action={paths.accountsBoard()}
            params={params}
            search={query.search}
            maxLength={ACCOUNT_SEARCH_LENGTH}
            label={t('search.label')}
            submit={t('search.do')}
          />
          <AccountColumns query={query} />
        </div>
      </BoardHead>
      {board.accounts.length === 0 ? (
        <NoAccounts board={board} />
      ) : (
        <>
          <AccountTable board={board} format={format} />
          <AccountCards board={board} format={format} />
          <Pages board={board} />
          <AccountScoreSection calibration={board.calibration} format={format} />
        </>
      )}
    </div>
  )
}

function Pages({ board: { query, pages } }: { board: AccountsBoard }) {
  const { t } = useTranslation('accounts-board')
  const hrefOf = (page: number) =>
    paths.accountsBoard({ ...accountListParams(query), page: page > 1 ? String(page) : undefined })
  return (
    <Pagination
      label={t('pages')}
      previous={query.page > 1 ? hrefOf(query.page - 1) : undefined}
      next={query.page < pages ? hrefOf(query.page + 1) : undefined}
      previousLabel={t('previous')}
      nextLabel={t('next')}
    />
  )
}

function NoAccounts({ board: { query, unaccounted } }: { board: AccountsBoard }) {
  const { t } = useTranslation('accounts-board')
  const hrefOf = (change: Partial<AccountListQuery>) =>
    paths.accountsBoard(accountListParams({ ...query, ...change }))
  if (query.search === undefined && unaccounted.trials === 0) {
    return (
      <NoTrials narrowed={isNarrowed(query) || query.demo !== undefined} hrefOf={paths.accountsBoard}>
        {null}
      </NoTrials>
    )
  }
  const key = query.search !== undefined ? 'unfound' : query.page > 1 ? 'beyond' : 'empty'
  return (
    <EmptyState
      icon={<Building2 aria-hidden="true" className="size-6" />}
      title={t(`${key}.title`)}
      action={
        <LinkButton to={key === 'empty' ? paths.accounts() : hrefOf({ search: undefined })} size="small">
          {t(`${key}.action`)}
        </LinkButton>
      }
    >
      {t(`${key}.text`)}
    </EmptyState>
  )
}
