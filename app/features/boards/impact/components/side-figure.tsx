import { useTranslation } from 'react-i18next'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import type { MeasureImpact } from '~/domain/insight/impact/impact-measures'
import type { ImpactWindows } from '~/domain/insight/impact/impact-windows'
import { isEnough } from '~/domain/insight/proportion'
import { RichText } from '~/ui/rich-text'
import { measureText } from '../../breakdown/measure-format'
import { NumberLink } from '../../figures/components/number-link'
import { sideHref } from '../impact-query'
import type { ImpactProps } from './impact-props'

interface SideFigureProps extends ImpactProps {
  measure: MeasureImpact
  side: 'before' | 'after'
  windows: ImpactWindows
}

/** A measure of one side with its interval and its trials, each number a link to its list. */
export function SideFigure({ board, measure: own, side, windows, format }: SideFigureProps) {
  const { t } = useTranslation('boards')
  const { measure } = own
  const { estimate, numerator } = own[side]
  const { part, whole } = MEASURE_SETS[measure]
  const hrefOf = (set: typeof whole) => sideHref(board.demo.slug, board.query, windows[side], set)
  const all = <NumberLink to={hrefOf(whole)} />
  const text = (value: number) => measureText(measure, value, format)
  const count = format.number(estimate.count)
  return (
    <span className="grid gap-0.5 tabular-nums">
      {isEnough(estimate.count) && estimate.value !== null ? (
        <span className="whitespace-nowrap">
          <span className="font-medium">{text(estimate.value)}</span>
          <span className="ml-2 text-xs font-normal text-faint">
            {t('figure.range', { low: text(estimate.low), high: text(estimate.high) })}
          </span>
        </span>
      ) : (
        <span className="text-xs font-normal whitespace-nowrap text-faint">{t('figure.tooFewShort')}</span>
      )}
      <span className="text-xs font-normal text-faint">
        {part && numerator !== null ? (
          <RichText
            t={t}
            i18nKey="figure.ofTrials"
            values={{ part: format.number(numerator), all: count }}
            components={{ part: <NumberLink to={hrefOf(part)} />, all }}
          />
        ) : (
          <RichText t={t} i18nKey="figure.fromTrials" values={{ all: count }} components={{ all }} />
        )}
      </span>
    </span>
  )
}
