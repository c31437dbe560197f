import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { useInstant } from '~/ui/when'
import { BoardSection } from '../../figures/components/board-section'
import { useBoardFormat } from '../../figures/board-format'
import type { SplitBoard } from '../read-split.server'
import { SplitPlanList } from './split-plan-list'
import { SplitSideTable } from './split-side-table'
import { SplitStateBadge } from './split-state-badge'
import { SplitVerdict } from './split-verdict'
import { StopSplit } from './stop-split'
import { useSplitWords } from './split-name'

/** One traffic split: what is compared, what its visitors did, and what that says. */
export function SplitPage({
  board,
  mayStop,
  failed,
}: {
  board: SplitBoard
  mayStop: boolean
  failed: boolean
}) {
  const { t } = useTranslation('splits')
  const { split, timeZone } = board
  const words = useSplitWords()
  const format = useBoardFormat(timeZone)
  const instant = useInstant()
  return (
    <div className="grid gap-10">
      <PageHeader
        eyebrow={
          <Link to={paths.splits()} className="hover:text-ink">
            {t('title')}
          </Link>
        }
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span>{split.name}</span>
            <SplitStateBadge state={split.state} />
          </span>
        }
        lead={t('page.lead', { document: words.document(split), at: instant(board.asOf) })}
        actions={
          <LinkButton size="small" to={paths.history(split.kind, split.slug)}>
            {t('page.history')}
          </LinkButton>
        }
      />
      {failed ? <Notice tone="bad">{t('page.stoppedMeanwhile')}</Notice> : null}
      {split.state === 'overtaken' ? (
        <Notice tone="warn" title={t('page.overtaken')}>
          {t('page.overtakenText')}
        </Notice>
      ) : null}
      <SplitVerdict board={board} format={format} />
      <BoardSection title={t('page.sides')}>
        <SplitSideTable board={board} format={format} />
        <p className="max-w-prose text-sm text-muted">
          {t(`page.note.${split.kind === 'demo' ? 'demo' : 'other'}`)}
        </p>
        <p className="text-sm">
          <span className="mr-2">{t(`page.simulated.${board.simulated}`)}</span>
          <Link
            to={paths.split(split.id, { simulated: board.simulated === 'in' ? 'out' : 'in' })}
            className="text-accent underline"
          >
            {t(board.simulated === 'in' ? 'page.withoutSimulated' : 'page.withSimulated')}
          </Link>
        </p>
      </BoardSection>
      <BoardSection title={t('page.plan')}>
        <SplitPlanList split={split} judgement={board.judgement} format={format} />
      </BoardSection>
      {mayStop && split.state !== 'stopped' ? <StopSplit board={board} format={format} /> : null}
    </div>
  )
}
