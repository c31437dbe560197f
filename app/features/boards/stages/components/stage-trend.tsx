import { useTranslation } from 'react-i18next'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { ChartValues } from '../../figures/components/chart/chart-values'
import { PartBars } from '../../figures/components/chart/part-bars'
import { DataDisclosure } from '../../figures/components/data-disclosure'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import { stageSets } from '../stage-sets'
import type { StageView } from '../stage-views'
import type { StageProps } from './stage-props'

type StageTrendProps = StageProps & { stage: StageView }

/** Both counts of a stage over the period, from zero; a table has the same numbers. */
export function StageTrend(props: StageTrendProps) {
  const { stage, format, period } = props
  const { t } = useTranslation('stages')
  const { trend } = stage
  const [first, last] = [trend[0], trend.at(-1)]
  const isEmpty = trend.every(({ denominator }) => denominator === 0)
  if (!first || !last || trend.length < 2 || isEmpty) return <span />
  const most = Math.max(1, ...trend.map(({ denominator }) => denominator))
  const unit = unitOf(trend)
  const label = t(`stage.${stage.stage}.chart`)
  const values = trend.map((step) => ({ key: step.first, text: valueText(step, format) }))
  return (
    <figure className="grid min-w-0 content-start gap-1 text-xs text-faint tabular-nums">
      <figcaption className="flex justify-between gap-3">
        <span>{`${label}, ${t(`per.${unit}`)}`}</span>
        <span className="shrink-0">{t('scale', { most: format.number(most) })}</span>
      </figcaption>
      <div className="relative h-16 border-b border-line print:h-9">
        <PartBars
          most={most}
          bars={trend.map((step, index) => ({
            ...{ key: step.first, part: step.numerator, whole: step.denominator },
            isOpen: period.isOpen && index === trend.length - 1,
          }))}
        />
        <ChartValues label={label} values={values} />
      </div>
      <p className="flex justify-between gap-3">
        <span>{format.day(first.first)}</span>
        {period.isOpen ? <span className="truncate print:hidden">{t('open')}</span> : null}
        <span>{format.day(last.last)}</span>
      </p>
      <TrendTable {...props} />
    </figure>
  )
}

type Step = StageView['trend'][number]

const unitOf = ([step]: readonly Step[]) => (step && step.first === step.last ? 'day' : 'step')

const daysOf = ({ first, last }: Step, format: BoardFormat) =>
  first === last ? format.day(first) : format.days(first, last)

function valueText(step: Step, format: BoardFormat): string {
  return `${daysOf(step, format)}: ${format.number(step.numerator)} / ${format.number(step.denominator)}`
}

function TrendTable({ stage, query, conversion, format }: StageTrendProps) {
  const { t } = useTranslation('stages')
  const sets = stageSets(stage.stage, conversion.terms)
  return (
    <DataDisclosure label={t('table')}>
      <DataTable label={t(`stage.${stage.stage}.chart`)}>
        <thead>
          <tr>
            <HeadCell>{t('column.days')}</HeadCell>
            <HeadCell numeric>{t(`stage.${stage.stage}.part`)}</HeadCell>
            <HeadCell numeric>{t(`stage.${stage.stage}.whole`)}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {[...stage.trend].reverse().map((step) => {
            const within = { ...query, from: step.first, to: step.last }
            return (
              <Row key={step.first}>
                <Cell>{daysOf(step, format)}</Cell>
                <Cell numeric>
                  <NumberLink to={trialsHref(within, sets.part)}>{format.number(step.numerator)}</NumberLink>
                </Cell>
                <Cell numeric>
                  <NumberLink to={trialsHref(within, sets.whole)}>
                    {format.number(step.denominator)}
                  </NumberLink>
                </Cell>
              </Row>
            )
          })}
        </tbody>
      </DataTable>
    </DataDisclosure>
  )
}
