import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { Stat } from '~/ui/stat'
import { useBoardFormat, type BoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { NoTrials } from '../../figures/components/no-trials'
import { boardParams, isNarrowed } from '../../filter/board-query'
import { BoardHead } from '../../filter/components/board-head'
import { demoChips, demoField } from '../../filter/demo-field'
import { useValueNames } from '../../filter/use-value-names'
import type { AccountBoard } from '../account-board-view'
import { accountSetHref } from '../account-query'
import { useQuietNote } from '../quiet-accounts'
import { AccountDemos } from './account-demos'
import { AccountPeople } from './account-people'
import { AccountTimeline } from './account-timeline'
import { ScoreParts } from './score-reasons'

/** Who of a company tried what, and when. */
export function AccountBoardPage({ board }: { board: AccountBoard }) {
  const { t } = useTranslation('accounts-board')
  const { query, account, period, names, figures, score } = board
  const format = useBoardFormat(period.timeZone)
  const valueOf = useValueNames(Object.values(names))
  const { demo, ...filter } = query
  const params = { demo, ...boardParams(filter) }
  const hrefOf = (rest: Record<string, string | undefined>) => paths.accountBoard(account.id, rest)
  return (
    <div className="grid gap-10">
      <BoardHead
        title={account.name}
        eyebrow={
          <Link to={paths.accountsBoard(params)} className="hover:text-ink">
            {t('heading')}
          </Link>
        }
        board={board}
        nameOf={valueOf}
        format={format}
        hrefOf={hrefOf}
        kept={{ demo }}
        withRevision={demo !== undefined}
        first={[demoField(board)]}
        firstChips={demoChips(board, (rest) => hrefOf({ ...params, ...rest }))}
        actions={
          board.mayManage ? (
            <LinkButton to={paths.companyAccount(account.id)} tone="secondary" size="small">
              {t('studio')}
            </LinkButton>
          ) : null
        }
      >
        {account.domains.length > 0 ? (
          <p className="text-sm text-muted">{t('domains', { domains: account.domains.join(', ') })}</p>
        ) : null}
      </BoardHead>
      <QuietNotice account={account.id} />
      {figures && score ? (
        <>
          <Figures board={board} format={format} />
          <BoardSection title={t('score.of', { points: score.points })} definition={t('score.definition')}>
            <ScoreParts score={score} format={format} />
          </BoardSection>
          <AccountPeople board={board} format={format} />
          <AccountDemos board={board} format={format} />
          <AccountTimeline board={board} format={format} />
        </>
      ) : (
        <NoTrials narrowed={isNarrowed(query) || demo !== undefined} hrefOf={hrefOf} />
      )}
    </div>
  )
}

/** Says that an account tries less than it used to, and by which numbers. */
function QuietNotice({ account }: { account: string }) {
  const { t } = useTranslation('accounts-board')
  const quiet = useQuietNote(account)
  if (!quiet) return null
  return (
    <Notice
      tone="warn"
      title={t('quiet.title')}
      action={
        <Link to={paths.alerts()} className="text-accent underline-offset-4 hover:underline">
          {t('quiet.alerts')}
        </Link>
      }
    >
      {quiet.text}
    </Notice>
  )
}

function Figures({
  board: { query, account, figures },
  format,
}: {
  board: AccountBoard
  format: BoardFormat
}) {
  const { t } = useTranslation('accounts-board')
  if (!figures) return null
  const listed = (set: 'started' | 'finished' | 'asked' | 'converted') =>
    accountSetHref(query, account.id, set)
  const early = figures.early > 0 ? { detail: t('earlyToo', { count: figures.early }) } : {}
  return (
    <dl className="grid grid-cols-2 gap-6 sm:grid-cols-3 lg:grid-cols-6">
      <Stat label={t('column.people')} value={format.number(figures.people)} to="#people" />
      <Stat label={t('column.trials')} value={format.number(figures.trials)} to={listed('started')} />
      <Stat label={t('column.demos')} value={format.number(figures.demos)} to="#demos" />
      <Stat label={t('column.finished')} value={format.number(figures.finished)} to={listed('finished')} />
      <Stat label={t('column.asked')} value={format.number(figures.asked)} to={listed('asked')} />
      <Stat
        label={t('column.converted')}
        value={format.number(figures.converted)}
        to={listed('converted')}
        {...early}
      />
    </dl>
  )
}
