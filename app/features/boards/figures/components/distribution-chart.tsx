import { Link } from '@remix-run/react'
import { scaleBand, scaleLinear } from 'd3-scale'
import { useTranslation } from 'react-i18next'
import type { Bar } from '~/domain/insight/distribution'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { DataDisclosure } from './data-disclosure'
import { NumberLink } from './number-link'

interface DistributionChartProps {
  bars: readonly Bar[]
  /** The range of one bar as text: `2 to 3 min`. */
  nameOf: (bar: Bar) => string
  /** The label below a bar; null for none. */
  footOf: (bar: Bar) => string | null
  hrefOf: (bar: Bar) => string
  label: string
}

const HEIGHT = 100

/** A histogram. Each bar links to its trials; a table has the same numbers. */
export function DistributionChart(props: DistributionChartProps) {
  const { bars, nameOf, footOf, hrefOf, label } = props
  const most = Math.max(1, ...bars.map((bar) => bar.count))
  const y = scaleLinear([0, most], [0, HEIGHT])
  const x = scaleBand(
    bars.map((bar) => bar.key),
    [0, bars.length * 10],
  ).paddingInner(0.18)
  return (
    <figure className="grid min-w-0 gap-1">
      <svg
        role="group"
        aria-label={label}
        viewBox={`0 0 ${bars.length * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-36 w-full border-b border-line"
      >
        {bars.map((bar) => (
          <Link
            key={bar.key}
            to={hrefOf(bar)}
            aria-label={`${nameOf(bar)}: ${bar.count}`}
            {...(bar.count === 0 ? { tabIndex: -1, 'aria-hidden': true } : {})}
          >
            <title>{`${nameOf(bar)}: ${bar.count}`}</title>
            <rect x={x(bar.key)} width={x.bandwidth()} height={HEIGHT} fill="transparent" />
            <rect
              x={x(bar.key)}
              width={x.bandwidth()}
              y={HEIGHT - y(bar.count)}
              height={y(bar.count)}
              className="fill-accent hover:fill-accent-hover"
            />
          </Link>
        ))}
      </svg>
      <ol aria-hidden="true" className="flex text-xs text-faint tabular-nums">
        {bars.map((bar) => (
          <li key={bar.key} className="w-0 flex-1 overflow-visible text-center whitespace-nowrap">
            {footOf(bar)}
          </li>
        ))}
      </ol>
      <DistributionTable {...props} />
    </figure>
  )
}

function DistributionTable({ bars, nameOf, hrefOf, label }: DistributionChartProps) {
  const { t } = useTranslation('boards')
  return (
    <DataDisclosure label={t('figure.table')}>
      <DataTable label={label}>
        <thead>
          <tr>
            <HeadCell>{label}</HeadCell>
            <HeadCell numeric>{t('trend.trials')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <Row key={bar.key}>
              <Cell>{nameOf(bar)}</Cell>
              <Cell numeric>
                {bar.count === 0 ? '0' : <NumberLink to={hrefOf(bar)}>{bar.count}</NumberLink>}
              </Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </DataDisclosure>
  )
}
