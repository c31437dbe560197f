import { Link } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import type { ComparedFigures, TrialComparison } from '../comparison-views'

interface DifferencesProps {
  comparison: TrialComparison
  format: BoardFormat
  hrefOf: (stop: number) => string
}

const FIGURES = ['activeMs', 'wallMs', 'steps', 'hints', 'detours', 'refusals', 'tasksDone', 'score'] as const

/** How the two differ: where they part, their figures, and how long each stood at each state. */
export function ComparisonDifferences({ comparison, format, hrefOf }: DifferencesProps) {
  const { t } = useTranslation('boards')
  const id = useId()
  const { sides, times, hasTimes } = comparison
  const shown = (figure: keyof ComparedFigures, value: number | null): string => {
    if (value === null) return t('trials.unknown')
    return figure.endsWith('Ms') ? format.duration(value) : format.number(value)
  }
  const time = (ms: number | null) => (ms === null ? t('compare.never') : format.duration(ms))
  return (
    <section aria-labelledby={id} className="grid gap-6">
      <h2 id={id} className="text-title">
        {t('compare.differences')}
      </h2>
      <Parting comparison={comparison} hrefOf={hrefOf} />
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-2">
        <DataTable label={t('compare.figures')}>
          <Head name={t('compare.figure.name')} comparison={comparison} />
          <tbody>
            {FIGURES.map((figure) => (
              <Row key={figure}>
                <Cell>{t(`compare.figure.${figure}`)}</Cell>
                <Cell numeric>{shown(figure, sides.a.figures[figure])}</Cell>
                <Cell numeric>{shown(figure, sides.b.figures[figure])}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
        <DataTable label={t('compare.times')}>
          <Head name={t('compare.state')} comparison={comparison} />
          <tbody>
            {times.map((row, index) => (
              <Row key={index}>
                <Cell>{row.state}</Cell>
                <Cell numeric>{time(row.a)}</Cell>
                <Cell numeric>{hasTimes || row.b === null ? time(row.b) : t('compare.reached')}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      </div>
    </section>
  )
}

function Head({ name, comparison }: { name: string; comparison: TrialComparison }) {
  const { t } = useTranslation('boards')
  return (
    <thead>
      <tr>
        <HeadCell>{name}</HeadCell>
        <HeadCell numeric>{t('compare.side.a')}</HeadCell>
        <HeadCell numeric>
          {comparison.sides.b.id === null ? t('compare.ideal') : t('compare.side.b')}
        </HeadCell>
      </tr>
    </thead>
  )
}

function Parting({ comparison, hrefOf }: Pick<DifferencesProps, 'comparison' | 'hrefOf'>) {
  const { t } = useTranslation('boards')
  const { parting, query } = comparison
  if (parting === null) return <p className="text-sm">{t('compare.same')}</p>
  const words =
    parting.after === null ? t('compare.partsAtOnce') : t('compare.parts', { state: parting.after })
  if (query.by === 'time') return <p className="text-sm">{words}</p>
  return (
    <p className="text-sm">
      <Link
        to={hrefOf(parting.stop)}
        preventScrollReset
        className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
      >
        {words}
      </Link>
    </p>
  )
}
