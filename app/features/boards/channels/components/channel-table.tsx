import { useTranslation } from 'react-i18next'
import type { ChannelFigures } from '~/domain/insight/attribution/channel-figures'
import type { PlainSet } from '~/domain/insight/trial-set'
import { sumByCurrency } from '~/domain/insight/value'
import type { Amount } from '~/domain/insight/value'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import type { ValueNames } from '../../filter/filter-fields'
import type { ChannelQuery } from '../channel-query'

interface ChannelTableProps {
  channels: readonly ChannelFigures[]
  query: ChannelQuery
  format: BoardFormat
  nameOf: ValueNames
}

const COLUMNS = ['touches', 'trials', 'finished', 'completion', 'asked', 'converted', 'value'] as const

/** One line a channel, and what all of them sum to: conversions are shared without loss. */
export function ChannelTable(props: ChannelTableProps) {
  const { t } = useTranslation('boards')
  const { channels, query } = props
  return (
    <DataTable label={t('channels.title')}>
      <thead>
        <tr>
          <HeadCell>{t(`channels.by.${query.by}`)}</HeadCell>
          {COLUMNS.map((column) => (
            <HeadCell key={column} numeric>
              {t(`channels.column.${column}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => (
          <ChannelRow key={channel.channel} {...props} channel={channel} />
        ))}
      </tbody>
      <SumRow {...props} />
    </DataTable>
  )
}

function ChannelRow({ channel, query, format, nameOf }: ChannelTableProps & { channel: ChannelFigures }) {
  const { t } = useTranslation('boards')
  const { completion } = channel
  const name =
    channel.channel === 'unknown' || query.by === 'channel'
      ? nameOf('channel', channel.channel)
      : channel.channel
  const count = (set: PlainSet, size: number) => (
    <TrialCount set={set} size={size} channel={channel.channel} query={query} format={format} />
  )
  return (
    <Row>
      <Cell className="font-medium">{name}</Cell>
      <Cell numeric>{format.number(channel.touches)}</Cell>
      <Cell numeric>{count('started', channel.trials)}</Cell>
      <Cell numeric>{count('finished', channel.finished)}</Cell>
      <Cell numeric>
        <span>{completion.share === null ? t('channels.noTrials') : format.percent(completion.share)}</span>
        {completion.share !== null && !completion.enough ? (
          <span className="block text-xs text-faint">{t('figure.tooFewShort')}</span>
        ) : null}
      </Cell>
      <Cell numeric>{count('asked', channel.asked)}</Cell>
      <Cell numeric>{format.mean(channel.converted)}</Cell>
      <Cell numeric>
        <Amounts amounts={[...channel.value.converted, ...channel.value.apart]} />
      </Cell>
    </Row>
  )
}

/** Lists are filtered by one channel alone, so numbers of sources, of campaigns and of channels left out open none. */
function TrialCount({
  set,
  size,
  channel,
  query,
  format,
}: Pick<ChannelTableProps, 'query' | 'format'> & { set: PlainSet; size: number; channel: string }) {
  const isListed = query.by === 'channel' && (query.channel === undefined || query.channel === channel)
  if (!isListed) return <span>{format.number(size)}</span>
  return <NumberLink to={trialsHref({ ...query, channel }, { name: set })}>{format.number(size)}</NumberLink>
}

function SumRow({ channels, format }: ChannelTableProps) {
  const { t } = useTranslation('boards')
  const sum = (figure: (channel: ChannelFigures) => number) =>
    channels.reduce((total, channel) => total + figure(channel), 0)
  return (
    <tfoot>
      <Row className="border-t font-medium">
        <Cell>{t('channels.sum')}</Cell>
        <Cell numeric>{format.number(sum((one) => one.touches))}</Cell>
        <Cell numeric>{format.number(sum((one) => one.trials))}</Cell>
        <Cell numeric>{format.number(sum((one) => one.finished))}</Cell>
        <Cell />
        <Cell numeric>{format.number(sum((one) => one.asked))}</Cell>
        <Cell numeric>{format.number(sum((one) => one.converted))}</Cell>
        <Cell numeric>
          <Amounts amounts={channels.flatMap(({ value }) => [...value.converted, ...value.apart])} />
        </Cell>
      </Row>
    </tfoot>
  )
}

/** Each currency by itself: nothing is added across them. */
function Amounts({ amounts }: { amounts: readonly Amount[] }) {
  const { i18n } = useTranslation()
  return sumByCurrency(amounts).map(({ value, currency }) => (
    <span key={currency} className="block whitespace-nowrap">
      {new Intl.NumberFormat(i18n.language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        value,
      )}
    </span>
  ))
}
