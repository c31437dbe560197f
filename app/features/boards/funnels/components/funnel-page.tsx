import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { useBoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { isNarrowed } from '../../filter/board-query'
import { NoTrials } from '../../figures/components/no-trials'
import { BoardHead } from '../../filter/components/board-head'
import { useValueNames } from '../../filter/use-value-names'
import { WITHOUT_TRIAL } from '../funnel-fields'
import { funnelParams } from '../funnel-params'
import type { FunnelBoard } from '../funnel-views'
import type { SavedProblem } from '../../saved/saved-answer'
import { useFunnelSentence } from '../use-funnel-sentence'
import { DownloadPanel } from '../../files/components/download-panel'
import { FunnelForm } from './funnel-form'
import { FunnelGroups } from './funnel-groups'
import { FunnelSteps } from './funnel-steps'
import { SaveFunnel } from './save-funnel'

/** A funnel made of any steps: its choice, its figures, and the figures of each group. */
export function FunnelPage({ board, answer }: { board: FunnelBoard; answer: SavedProblem | undefined }) {
  const { t } = useTranslation('funnels')
  const { query, rules, period } = board
  const format = useBoardFormat(period.timeZone)
  const names = useMemo(() => Object.values(board.names), [board.names])
  const { per, order, window, group, groupAt, saved, seen, ...given } = funnelParams(query, rules)
  const sentence = useFunnelSentence(board)
  const own = Object.fromEntries(Object.entries(given).filter(([name]) => /^(step|not)\d/.test(name)))
  const kept = { ...own, per, order, window, group, groupAt, saved, seen }
  const isEmpty = (board.result.steps[0]?.count ?? 0) === 0 && isNarrowed(query)
  return (
    <div className="grid gap-10">
      <BoardHead
        title={board.saved?.name ?? t('title')}
        eyebrow={
          <Link to={paths.savedFunnels()} className="hover:text-ink">
            {t('saved.title')}
          </Link>
        }
        board={board}
        nameOf={useValueNames(names)}
        format={format}
        hrefOf={paths.funnels}
        kept={kept}
        actions={
          <DownloadPanel board="funnel" tables={['steps', 'groups']} query={funnelParams(query, rules)} />
        }
      />
      <FunnelForm board={board} />
      <SaveFunnel board={board} answer={answer} />
      <BoardSection title={t('result.title')} definition={t('result.definition')}>
        <>
          <p className="max-w-3xl">{sentence(query, rules)}</p>
          {query.per === 'trial' && rules.steps.some(({ event }) => WITHOUT_TRIAL.has(event)) ? (
            <Notice tone="warn">{t('result.withoutTrial')}</Notice>
          ) : null}
          {isEmpty ? (
            <NoTrials narrowed hrefOf={(rest) => paths.funnels({ ...kept, ...rest })} />
          ) : (
            <FunnelSteps board={board} format={format} />
          )}
        </>
      </BoardSection>
      {query.group === undefined ? null : (
        <BoardSection title={t('groups.title')} definition={t('groups.definition')}>
          <FunnelGroups board={board} format={format} />
        </BoardSection>
      )}
    </div>
  )
}
