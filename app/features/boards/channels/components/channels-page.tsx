import { Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ATTRIBUTION_MODELS } from '~/domain/insight/attribution/models'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { useBoardFormat } from '../../figures/board-format'
import { isNarrowed } from '../../filter/board-query'
import { NoTrials } from '../../figures/components/no-trials'
import { BoardHead } from '../../filter/components/board-head'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { useValueNames } from '../../filter/use-value-names'
import { DownloadPanel } from '../../files/components/download-panel'
import { CHANNEL_TABLES, attributionParams, channelParams, type ChannelQuery } from '../channel-query'
import type { ChannelsBoard } from '../channels-view'
import { ChannelNotes } from './channel-notes'
import { SuspiciousSection } from './suspicious-section'
import { ChannelTable } from './channel-table'

/** What each channel brought and cost, the best first. */
export function ChannelsPage({ board }: { board: ChannelsBoard }) {
  const { t } = useTranslation('boards')
  const { query, period, nodes } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useValueNames([])
  return (
    <div className="grid gap-8">
      <BoardHead
        title={t('channels.title')}
        board={board}
        nameOf={nameOf}
        format={format}
        hrefOf={paths.channelsBoard}
        kept={attributionParams(query)}
        actions={
          <div className="flex flex-wrap items-start gap-2">
            <LinkButton to={paths.costs()} size="small">
              {t('channels.costs.link')}
            </LinkButton>
            <DownloadPanel board="channels" tables={['channels']} query={channelParams(query)} />
          </div>
        }
      />
      {nodes.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <>
          <Choices query={query} />
          {query.show === 'money' && board.costs !== 'entered' ? (
            <Notice tone="warn">{t(`channels.costs.${board.costs}`)}</Notice>
          ) : null}
          <ChannelTable board={board} format={format} nameOf={nameOf} />
          <SuspiciousSection board={board} format={format} nameOf={nameOf} />
          <ChannelNotes board={board} />
        </>
      )}
    </div>
  )
}

function Nothing({ query }: { query: ChannelQuery }) {
  const { t } = useTranslation('boards')
  if (isNarrowed(query)) {
    const hrefOf = (rest: object) => paths.channelsBoard({ ...attributionParams(query), ...rest })
    return <NoTrials narrowed hrefOf={hrefOf} />
  }
  return (
    <EmptyState icon={<Waypoints aria-hidden="true" className="size-6" />} title={t('channels.emptyTitle')}>
      {t('channels.empty')}
    </EmptyState>
  )
}

function Choices({ query }: { query: ChannelQuery }) {
  const { t } = useTranslation('boards')
  const to = (change: Partial<ChannelQuery>) => paths.channelsBoard(channelParams({ ...query, ...change }))
  return (
    <div className="flex flex-wrap gap-3">
      <ChoiceLinks
        label={t('channels.showLabel')}
        choices={CHANNEL_TABLES.map((show) => ({
          key: show,
          label: t(`channels.show.${show}`),
          to: to({ show }),
          current: show === query.show,
        }))}
      />
      <ChoiceLinks
        label={t('channels.modelLabel')}
        choices={ATTRIBUTION_MODELS.map((model) => ({
          key: model,
          label: t(`channels.model.${model}`),
          to: to({ model }),
          current: model === query.model,
        }))}
      />
    </div>
  )
}
