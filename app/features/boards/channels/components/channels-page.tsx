import { useTranslation } from 'react-i18next'
import { CHANNEL_LEVELS } from '~/domain/insight/attribution/channel-level'
import { ATTRIBUTION_MODELS } from '~/domain/insight/attribution/models'
import { paths } from '~/paths'
import { useBoardFormat } from '../../figures/board-format'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { BoardHead } from '../../filter/components/board-head'
import { useValueNames } from '../../filter/use-value-names'
import { attributionParams, channelParams } from '../channel-query'
import type { ChannelsBoard } from '../read-channels.server'
import { ChannelTable } from './channel-table'

/** What each channel brought, the best first. */
export function ChannelsPage({ board }: { board: ChannelsBoard }) {
  const { t } = useTranslation('boards')
  const { query, period, channels } = board
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
      />
      <div className="flex flex-wrap gap-3">
        <ChoiceLinks
          label={t('channels.byLabel')}
          choices={CHANNEL_LEVELS.map((by) => ({
            key: by,
            label: t(`channels.by.${by}`),
            to: paths.channelsBoard(channelParams({ ...query, by })),
            current: by === query.by,
          }))}
        />
        <ChoiceLinks
          label={t('channels.modelLabel')}
          choices={ATTRIBUTION_MODELS.map((model) => ({
            key: model,
            label: t(`channels.model.${model}`),
            to: paths.channelsBoard(channelParams({ ...query, model })),
            current: model === query.model,
          }))}
        />
      </div>
      {channels.length === 0 ? (
        <p className="text-muted">{t('channels.empty')}</p>
      ) : (
        <ChannelTable channels={channels} query={query} format={format} nameOf={nameOf} />
      )}
      <p className="max-w-prose text-sm text-muted">{t('channels.note')}</p>
    </div>
  )
}
