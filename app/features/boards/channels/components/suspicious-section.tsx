import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SuspiciousSource } from '~/domain/insight/attribution/suspicious-sources'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { BoardSection } from '../../figures/components/board-section'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import { channelRowHref, farmHref, type ChannelQuery } from '../channel-query'
import type { ChannelTableProps } from './channel-table'
import { useRowName } from './channel-name'

/** Sources of which more trials are flagged than of the others, and those of sign-up farms. */
export function SuspiciousSection({ board, format, nameOf }: ChannelTableProps) {
  const { t } = useTranslation('boards')
  const { query, suspicious, flagged } = board
  const values = { part: format.number(flagged.numerator), all: format.number(flagged.denominator) }
  const open = { ...query, flagged: 'in' as const }
  return (
    <BoardSection title={t('channels.suspicious.title')} definition={t('channels.suspicious.definition')}>
      <p className="text-sm">
        <span>{`${t(suspicious.length === 0 ? 'channels.suspicious.none' : 'channels.suspicious.some')} `}</span>
        <Link to={trialsHref(open, { name: 'flagged' })} className="underline underline-offset-4">
          {t('channels.suspicious.flagged', values)}
        </Link>
        <span>{' · '}</span>
        <Link to={paths.boards()} className="underline underline-offset-4">
          {t('channels.suspicious.farms')}
        </Link>
      </p>
      {suspicious.length > 0 ? (
        <DataTable label={t('channels.suspicious.title')}>
          <thead>
            <tr>
              <HeadCell>{t('channels.suspicious.source')}</HeadCell>
              <HeadCell numeric>{t('channels.suspicious.share')}</HeadCell>
              <HeadCell numeric>{t('channels.suspicious.rest')}</HeadCell>
              <HeadCell numeric>{t('channels.suspicious.difference')}</HeadCell>
              <HeadCell numeric>{t('channels.suspicious.fast')}</HeadCell>
              <HeadCell numeric>{t('channels.suspicious.ofFarms')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {suspicious.map((source) => (
              <SourceRow
                key={JSON.stringify([source.channel, source.source])}
                {...{ source, format, nameOf }}
                query={open}
              />
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </BoardSection>
  )
}

type SourceRowProps = Pick<ChannelTableProps, 'format' | 'nameOf'> & {
  source: SuspiciousSource
  query: ChannelQuery
}

function SourceRow({ source, query, format, nameOf }: SourceRowProps) {
  const rowName = useRowName(nameOf)
  const { own, rest, difference } = source
  const path = [source.channel, source.source]
  return (
    <Row className="align-top">
      <Cell className="max-w-72 break-words">{`${rowName([source.channel])} › ${rowName(path)}`}</Cell>
      <Cell numeric>
        <NumberLink to={channelRowHref(query, path, 'flagged')}>{format.number(own.numerator)}</NumberLink>
        <span className="text-faint">{` / ${format.number(own.denominator)} · `}</span>
        <span>{format.percent(own.share ?? 0)}</span>
      </Cell>
      <Cell numeric>{rest.share === null ? '–' : format.percent(rest.share)}</Cell>
      <Cell numeric>
        <Points difference={difference} format={format} />
      </Cell>
      <Cell numeric>{format.number(source.fast)}</Cell>
      <Cell numeric>
        <Farms source={source} query={query} format={format} />
      </Cell>
    </Row>
  )
}

function Points({
  difference: { value, low, high },
  format,
}: Pick<SourceRowProps, 'format'> & Pick<SuspiciousSource, 'difference'>) {
  const { t } = useTranslation('boards')
  if (value === null) return <span>–</span>
  return (
    <span className="grid">
      <span className="font-medium">{format.points(value)}</span>
      <span className="text-xs whitespace-nowrap text-faint">
        {t('figure.range', { low: format.points(low), high: format.points(high) })}
      </span>
    </span>
  )
}

/** Of how many trials farms were found, with the list of each farm. */
function Farms({
  source: { channel, source, ofFarms, farms },
  query,
  format,
}: Omit<SourceRowProps, 'nameOf'>) {
  const { t } = useTranslation('boards')
  return (
    <span className="grid">
      <span>{format.number(ofFarms)}</span>
      {farms.map((farm, index) => (
        <Link
          key={farm}
          to={farmHref(query, [channel, source], farm)}
          className="text-xs underline underline-offset-4"
        >
          {t('channels.suspicious.farm', { number: index + 1 })}
        </Link>
      ))}
    </span>
  )
}
