import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isEnough } from '~/domain/insight/proportion'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { BoardFormat } from '../../figures/board-format'
import type { BoardQuery } from '../../filter/board-query'
import { boardParams } from '../../filter/board-query'
import type { OverviewDemo } from '../../figures/board-views'
import { TrendBars } from '../../figures/components/trend-bars'

/** The demos on a phone, one below the other. */
export function OverviewCards({
  demos,
  query,
  format,
}: {
  demos: readonly OverviewDemo[]
  query: BoardQuery
  format: BoardFormat
}) {
  return (
    <ul className="grid md:hidden print:hidden">
      {demos.map((demo) => (
        <li key={demo.slug} className="border-b border-line last:border-0">
          <Link to={paths.demoBoard(demo.slug, boardParams(query))} className="grid gap-1.5 py-4">
            <DemoLine demo={demo} format={format} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function DemoLine({ demo, format }: { demo: OverviewDemo; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { completion, medianActiveMs } = demo
  const enough = isEnough(demo.trials)
  return (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-medium">
          <span>{demo.title}</span>
          {demo.status === 'published' ? null : <Badge className="ml-2">{t(`status.${demo.status}`)}</Badge>}
        </span>
        <span className="text-sm whitespace-nowrap tabular-nums">
          {t('trials.count', { count: demo.trials })}
        </span>
      </span>
      {demo.trials > 0 ? <TrendBars steps={demo.trend} className="block h-8 w-full" /> : null}
      {demo.trials > 0 ? (
        <span className="text-sm text-muted tabular-nums">
          {enough
            ? t('overview.line', {
                share: format.percent(completion.share ?? 0),
                time: format.duration(medianActiveMs ?? 0),
              })
            : t('figure.tooFew')}
        </span>
      ) : null}
    </>
  )
}
