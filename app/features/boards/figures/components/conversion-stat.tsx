import { useTranslation } from 'react-i18next'
import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { ConversionState } from '~/domain/insight/conversion-terms'
import type { Elements } from '~/ui/elements'
import { RichText } from '~/ui/rich-text'
import { Stat } from '~/ui/stat'
import type { BoardFormat } from '../board-format'
import { IntervalStrip } from './interval-strip'
import { NumberLink } from './number-link'
import { TooFew } from './too-few'

/** The headline of conversion: the rate of matured trials, or an estimate from the curve. */
export function ConversionStat({
  measure,
  format,
  hrefOf,
  children,
}: {
  measure: ConversionMeasure
  format: BoardFormat
  hrefOf: (state: ConversionState) => string
  children?: Elements
}) {
  const { t } = useTranslation('boards')
  const { headline, counts } = measure
  const shown = headline?.by === 'rate' ? headline.rate : headline?.at
  return (
    <Stat
      label={t('conversion.rate')}
      value={typeof shown?.share === 'number' ? format.percent(shown.share) : <TooFew />}
      detail={
        <span className="grid gap-1.5">
          {shown ? <IntervalStrip rate={shown} /> : null}
          <span>
            <RichText
              t={t}
              i18nKey={headline?.by === 'curve' ? 'conversion.byCurve' : 'conversion.byRate'}
              values={{
                part: format.number(counts.converted),
                all: format.number(counts.matured),
                day: headline?.by === 'curve' ? headline.at.day : 0,
              }}
              components={{
                part: <NumberLink to={hrefOf('converted')} />,
                all: <NumberLink to={hrefOf('matured')} />,
              }}
            />
          </span>
          {shown ? (
            <span className="tabular-nums">
              {t('figure.interval', { low: format.percent(shown.low), high: format.percent(shown.high) })}
            </span>
          ) : null}
          {children}
        </span>
      }
    />
  )
}
