import { useTranslation } from 'react-i18next'
import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { ConversionState } from '~/domain/insight/conversion-terms'
import { CONVERSION_UNITS, GOALS } from '~/domain/insight/conversion-terms'
import { Stat } from '~/ui/stat'
import type { BoardFormat } from '../board-format'
import type { BoardQuery } from '../../filter/board-query'
import { boardParams } from '../../filter/board-query'
import { BoardSection } from './board-section'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { ConversionCurveChart } from './conversion-curve-chart'
import { ConversionStat } from './conversion-stat'

interface ConversionSectionProps {
  measure: ConversionMeasure
  /** Length of the window. */
  days: number
  query: BoardQuery
  format: BoardFormat
  hrefOf: (state: ConversionState) => string
  /** This board with other parameters. */
  boardHref: (params: Record<string, string | undefined>) => string
}

const APART = ['matured', 'converted', 'early', 'open', 'asked'] as const

/** The conversion section: the headline, its parts, and the curve, by goal and unit. */
export function ConversionSection(props: ConversionSectionProps) {
  const { measure, days, format, hrefOf } = props
  const { t } = useTranslation('boards')
  const { counts, curve, terms } = measure
  return (
    <BoardSection title={t('conversion.title')} definition={t('conversion.definition', { count: days })}>
      <Choices {...props} />
      {terms.unit === 'trial' ? null : (
        <p className="max-w-2xl text-sm text-muted">{t(`conversion.first.${terms.unit}`)}</p>
      )}
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <dl className="grid grid-cols-2 gap-x-8 gap-y-6">
          <ConversionStat measure={measure} format={format} hrefOf={hrefOf} />
          {APART.map((state) => (
            <Stat
              key={state}
              label={t(`conversion.${state}`)}
              value={format.number(counts[state])}
              to={hrefOf(state)}
              detail={t(`conversion.${state}Detail`, { count: days })}
            />
          ))}
        </dl>
        <ConversionCurveChart curve={curve} days={days} format={format} />
      </div>
    </BoardSection>
  )
}

function Choices({ measure: { terms }, query, boardHref }: ConversionSectionProps) {
  const { t } = useTranslation('boards')
  const to = (change: Partial<BoardQuery>) => boardHref(boardParams({ ...query, ...change }))
  const goals = [undefined, ...GOALS].map((goal) => ({
    key: goal ?? 'any',
    label: t(`conversion.goal.${goal ?? 'any'}`),
    to: to({ goal }),
    current: terms.goal === goal,
  }))
  const units = CONVERSION_UNITS.map((unit) => ({
    key: unit,
    label: t(`conversion.unit.${unit}`),
    to: to({ unit }),
    current: terms.unit === unit,
  }))
  return (
    <div className="flex flex-wrap gap-3">
      <ChoiceLinks label={t('conversion.goalLabel')} choices={goals} />
      <ChoiceLinks label={t('conversion.unitLabel')} choices={units} />
    </div>
  )
}
