import { useTranslation } from 'react-i18next'
import type { Day } from '~/domain/day'
import type { ChannelFigures, Quotient } from '~/domain/insight/attribution/channel-figures'
import type { ChannelColumn } from '~/domain/insight/attribution/channel-order'
import { formatPath, type ChannelPath } from '~/domain/insight/attribution/channel-place'
import type { PlainSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { ValueText } from '../../figures/components/value-text'
import { trialsHref } from '../../filter/board-links'
import type { ChannelsBoard } from '../channels-view'
import { channelRowHref, creditedHref, type ChannelQuery, type ChannelTableKind } from '../channel-query'

type FigureColumn = Exclude<ChannelColumn, 'name'>

/** The columns of each table. */
export const COLUMNS_OF: Readonly<Record<ChannelTableKind, readonly FigureColumn[]>> = {
  results: ['touches', 'trials', 'finished', 'completion', 'asked', 'converted', 'value'],
  money: ['trials', 'cost', 'costPerTrial', 'costPerFinished', 'costPerConversion', 'value', 'return'],
}

interface ChannelCellProps {
  column: FigureColumn
  figures: ChannelFigures
  query: ChannelQuery
  format: BoardFormat
  /** Null for the whole. */
  path: ChannelPath | null
  /** Those of the board. */
  days: { from: Day | undefined; to: Day }
  creditedTrials: ChannelsBoard['creditedTrials']
}

/** One figure of a row, as its column shows it. */
export function ChannelCell(props: ChannelCellProps) {
  const Figure = FIGURES[props.column]
  return <Figure {...props} />
}

const FIGURES: Readonly<Record<FigureColumn, (props: ChannelCellProps) => JSX.Element>> = {
  touches: ({ figures, format }) => <span>{format.number(figures.touches)}</span>,
  trials: (props) => <TrialCount {...props} size={props.figures.trials} set="started" />,
  finished: (props) => <TrialCount {...props} size={props.figures.finished} set="finished" />,
  completion: Completion,
  asked: (props) => <TrialCount {...props} size={props.figures.asked} set="asked" />,
  converted: Converted,
  value: ({ figures, query, path, format }) => (
    <ValueText
      value={figures.value}
      withoutValue={figures.withoutValue}
      format={format}
      hrefOf={(currencies) => creditedHref(query, path ?? [], currencies)}
    />
  ),
  cost: Cost,
  costPerTrial: (props) => <QuotientText {...props} quotient={props.figures.costPerTrial} isMoney />,
  costPerFinished: (props) => <QuotientText {...props} quotient={props.figures.costPerFinished} isMoney />,
  costPerConversion: (props) => (
    <QuotientText {...props} quotient={props.figures.costPerConversion} isMoney />
  ),
  return: (props) => <QuotientText {...props} quotient={props.figures.return} isMoney={false} />,
}

function TrialCount({ path, query, format, size, set }: ChannelCellProps & { size: number; set: PlainSet }) {
  const text = format.number(size)
  // A row without trials may contradict the filter, and then has no list.
  if (size === 0) return <span>{text}</span>
  const to = path ? channelRowHref(query, path, set) : trialsHref(query, { name: set })
  return <NumberLink to={to}>{text}</NumberLink>
}

/** Credited conversions, which may have parts, and the trials behind them. */
function Converted({ figures: { converted }, query, path, format, creditedTrials }: ChannelCellProps) {
  const { t } = useTranslation('boards')
  const trials = creditedTrials[formatPath(path ?? [])] ?? 0
  if (trials === 0) return <span>{format.partial(converted)}</span>
  return (
    <span className="grid">
      <span>{format.partial(converted)}</span>
      <span className="text-xs whitespace-nowrap">
        <NumberLink to={creditedHref(query, path ?? [])}>
          {t('channels.inTrials', { count: trials })}
        </NumberLink>
      </span>
    </span>
  )
}

function Completion({ figures: { completion }, format }: ChannelCellProps) {
  const { t } = useTranslation('boards')
  if (completion.share === null) return <span className="text-faint">{t('channels.noTrials')}</span>
  return (
    <span className="grid">
      <span>{completion.enough ? format.percent(completion.share) : t('figure.tooFewShort')}</span>
      <span className="text-xs whitespace-nowrap text-faint">
        {t('figure.range', { low: format.percent(completion.low), high: format.percent(completion.high) })}
      </span>
    </span>
  )
}

function Cost({ figures: { cost }, query, path, days, format }: ChannelCellProps) {
  const { t } = useTranslation('boards')
  if (cost === null) return <span className="text-xs text-faint">{t('channels.why.no-cost')}</span>
  const { channel, source, campaign } = query
  const filtered = { channel, source, campaign }
  return (
    <ValueText
      value={cost}
      format={format}
      to={paths.costs({ ...filtered, ...namesOf(path ?? []), ...days })}
    />
  )
}

/** A path with costs has a name on every level. */
const namesOf = ([channel, source, campaign]: ChannelPath) => ({
  ...(channel && { channel }),
  ...(source && { source }),
  ...(campaign && { campaign }),
})

function QuotientText({
  quotient,
  isMoney,
  figures,
  format,
}: ChannelCellProps & { quotient: Quotient; isMoney: boolean }) {
  const { t } = useTranslation('boards')
  if (quotient.value === null) {
    return <span className="text-xs text-faint">{t(`channels.why.${quotient.why}`)}</span>
  }
  const { currency } = figures.value
  return (
    <span className="whitespace-nowrap">
      {isMoney ? format.money({ value: quotient.value, currency }) : format.percent(quotient.value)}
    </span>
  )
}
