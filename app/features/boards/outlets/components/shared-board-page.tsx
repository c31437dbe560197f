import { useTranslation } from 'react-i18next'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { useBoardFormat } from '../../figures/board-format'
import { ChartValues } from '../../figures/components/chart/chart-values'
import { TrendBars, highestOf } from '../../figures/components/trend-bars'
import type { SharedBoard } from '../open-share.server'
import type { ReadableFigure, ReadableTable } from '../readable-board'

/** A shared board: its figures and tables, without navigation, links or lists. */
export function SharedBoardPage({ board, siteName }: { board: SharedBoard; siteName: string }) {
  const { t } = useTranslation('outlets')
  const format = useBoardFormat(board.timeZone)
  return (
    <main className="mx-auto grid max-w-5xl gap-10 px-4 py-8 sm:px-8 print:p-0">
      <header className="grid gap-1.5">
        <p className="text-sm text-muted">{siteName}</p>
        <h1 className="text-headline">{board.title}</h1>
        <p className="text-muted">{board.period}</p>
        <p className="text-sm text-muted">{t(board.isFrozen ? 'shared.frozen' : 'shared.rolling')}</p>
      </header>
      {board.figures.length > 0 ? <Figures figures={board.figures} /> : null}
      {board.trend.length > 0 ? <Trend trend={board.trend} format={format} /> : null}
      {board.tables.map((table) => (
        <TableSection key={table.name} table={table} />
      ))}
      <footer className="border-t border-line pt-4 text-sm text-muted">
        <p>{t('shared.works', { day: format.instant(new Date(board.expiresAt)) })}</p>
      </footer>
    </main>
  )
}

function Figures({ figures }: { figures: readonly ReadableFigure[] }) {
  const { t } = useTranslation('outlets')
  return (
    <section aria-label={t('shared.figures')}>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-3 lg:grid-cols-4">
        {figures.map(({ label, value, detail }) => (
          <div key={label} className="grid content-start gap-0.5">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="text-title tabular-nums">{value}</dd>
            {detail === '' ? null : <dd className="text-xs text-faint tabular-nums">{detail}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}

function Trend({
  trend,
  format,
}: {
  trend: SharedBoard['trend']
  format: ReturnType<typeof useBoardFormat>
}) {
  const { t } = useTranslation('outlets')
  const days = (step: { first: string; last: string }) => format.days(step.first, step.last)
  return (
    <section className="grid gap-2" aria-label={t('shared.trend')}>
      <h2 className="text-title">{t('shared.trend')}</h2>
      <div className="relative h-28">
        <TrendBars steps={trend} className="block size-full" />
        <ChartValues
          label={t('shared.trend')}
          values={trend.map((step) => ({
            key: step.first,
            text: `${days(step)}: ${format.number(step.count)}`,
          }))}
        />
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 text-xs text-faint tabular-nums">
        <span>{days(trend[0] ?? { first: '', last: '' })}</span>
        <span>{t('shared.most', { count: highestOf(trend) })}</span>
        <span>{days(trend.at(-1) ?? { first: '', last: '' })}</span>
      </p>
    </section>
  )
}

function TableSection({ table: { title, columns, rows, left } }: { table: ReadableTable }) {
  const { t } = useTranslation('outlets')
  return (
    <section className="grid gap-2 break-inside-avoid" aria-label={title}>
      <h2 className="text-title">{title}</h2>
      <DataTable label={title}>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }, index) => (
              <HeadCell key={`${label}-${index}`} numeric={isNumber}>
                {label}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Row key={place}>
              {row.map((cell, index) => (
                <Cell key={index} numeric={columns[index]?.isNumber ?? false}>
                  {cell}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </DataTable>
      {left > 0 ? <p className="text-sm text-muted">{t('shared.left', { count: left })}</p> : null}
    </section>
  )
}
