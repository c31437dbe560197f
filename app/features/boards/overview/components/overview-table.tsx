import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ConversionHeadline } from '~/domain/insight/conversion'
import { isEnough } from '~/domain/insight/proportion'
import type { Proportion } from '~/domain/insight/proportion'
import type { TrendUnit } from '~/domain/insight/trend'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { trialsHref } from '../../filter/board-links'
import type { BoardQuery } from '../../filter/board-query'
import { boardParams } from '../../filter/board-query'
import type { OverviewDemo } from '../../figures/board-views'
import { NumberLink } from '../../figures/components/number-link'
import { TrendBars } from '../../figures/components/trend-bars'

interface OverviewTableProps {
  demos: readonly OverviewDemo[]
  query: BoardQuery
  /** Of the small trends. */
  unit: TrendUnit
  format: BoardFormat
}

const COLUMNS = ['trials', 'completion', 'active', 'score', 'conversion'] as const

/** The table of demos, the most tried first. Each links to its board, each number to its trials. */
export function OverviewTable({ demos, query, unit, format }: OverviewTableProps) {
  const { t } = useTranslation('boards')
  return (
    <DataTable label={t('overview.demos')} className="max-md:hidden print:block!">
      <thead>
        <tr>
          <HeadCell>{t('overview.demo')}</HeadCell>
          {COLUMNS.map((column) => (
            <HeadCell key={column} numeric>
              {t(`overview.column.${column}`)}
            </HeadCell>
          ))}
          <HeadCell className="w-48">{t(`trend.per.${unit}`)}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {demos.map((demo) => (
          <DemoRow key={demo.slug} demo={demo} query={query} format={format} />
        ))}
      </tbody>
    </DataTable>
  )
}

function DemoRow({ demo, query, format }: { demo: OverviewDemo; query: BoardQuery; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const listOf = (name: 'started' | 'finished' | 'converted') => trialsHref(query, { name }, demo.slug)
  const enough = isEnough(demo.trials)
  return (
    <Row>
      <Cell className="py-4 print:py-1">
        <Link
          to={paths.demoBoard(demo.slug, boardParams(query))}
          className="font-medium decoration-line-strong underline-offset-4 hover:underline"
        >
          {demo.title}
        </Link>
        {demo.status === 'published' ? null : <Badge className="ml-2">{t(`status.${demo.status}`)}</Badge>}
      </Cell>
      <Cell numeric>
        <NumberLink to={listOf('started')}>{format.number(demo.trials)}</NumberLink>
      </Cell>
      <RateCell rate={demo.completion} to={listOf('finished')} format={format} />
      <MedianCell isKnown={enough} value={demo.medianActiveMs} show={format.duration} />
      <MedianCell
        isKnown={enough}
        value={demo.medianScore}
        show={(score) => format.number(Math.round(score))}
      />
      <ConversionCell headline={demo.conversion} to={listOf('converted')} format={format} />
      <Cell>
        {demo.trials > 0 ? (
          <TrendBars steps={demo.trend} className="block h-7 w-44 print:h-5 print:w-28" />
        ) : null}
      </Cell>
    </Row>
  )
}

function RateCell({ rate, to, format }: { rate: Proportion; to: string; format: BoardFormat }) {
  if (!rate.enough || rate.share === null) return <FewCell />
  return (
    <Cell numeric>
      <NumberLink to={to}>{format.percent(rate.share)}</NumberLink>
    </Cell>
  )
}

/** An estimate from the curve has no list of trials; it shows its last day instead. */
function ConversionCell({
  headline,
  to,
  format,
}: {
  headline: ConversionHeadline
  to: string
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  if (headline?.by !== 'curve')
    return headline ? <RateCell rate={headline.rate} to={to} format={format} /> : <FewCell />
  return (
    <Cell numeric>
      <span className="block">{format.percent(headline.at.share)}</span>
      <span className="block text-xs text-faint">
        {t('conversion.byCurveShort', { count: headline.at.day })}
      </span>
    </Cell>
  )
}

function MedianCell({
  isKnown,
  value,
  show,
}: {
  isKnown: boolean
  value: number | null
  show: (value: number) => string
}) {
  if (!isKnown || value === null) return <FewCell />
  return <Cell numeric>{show(value)}</Cell>
}

function FewCell() {
  const { t } = useTranslation('boards')
  return (
    <Cell numeric className="text-xs text-faint">
      {t('figure.tooFewShort')}
    </Cell>
  )
}
