import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { useBoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { BoardHead } from '../../filter/components/board-head'
import { useValueNames } from '../../filter/use-value-names'
import { WITHOUT_TRIAL } from '../funnel-fields'
import { funnelParams } from '../funnel-params'
import type { FunnelBoard } from '../funnel-views'
import { DownloadPanel } from '../../files/components/download-panel'
import { FunnelForm } from './funnel-form'
import { FunnelGroups } from './funnel-groups'
import { FunnelSteps } from './funnel-steps'

/** A funnel made of any steps: its choice, its figures, and the figures of each group. */
export function FunnelPage({ board }: { board: FunnelBoard }) {
  const { t } = useTranslation('funnels')
  const { query, rules, period } = board
  const format = useBoardFormat(period.timeZone)
  const names = useMemo(() => Object.values(board.names), [board.names])
  const { per, order, window, group, groupAt, ...given } = funnelParams(query, rules)
  const own = Object.fromEntries(Object.entries(given).filter(([name]) => /^(step|not)\d/.test(name)))
  return (
    <div className="grid gap-10">
      <BoardHead
        title={t('title')}
        board={board}
        nameOf={useValueNames(names)}
        format={format}
        hrefOf={paths.funnels}
        kept={{ ...own, per, order, window, group, groupAt }}
        actions={
          <DownloadPanel board="funnel" tables={['steps', 'groups']} query={funnelParams(query, rules)} />
        }
      />
      <FunnelForm board={board} />
      <BoardSection title={t('result.title')} definition={t('result.definition')}>
        <>
          {query.per === 'trial' && rules.steps.some(({ event }) => WITHOUT_TRIAL.has(event)) ? (
            <Notice tone="warn">{t('result.withoutTrial')}</Notice>
          ) : null}
          <FunnelSteps board={board} format={format} />
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
