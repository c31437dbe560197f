import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proportion } from '~/domain/insight/proportion'
import type { Elements } from '~/ui/elements'
import { RichText } from '~/ui/rich-text'
import { Stat } from '~/ui/stat'
import type { BoardFormat } from '../board-format'
import { IntervalStrip } from './interval-strip'
import { NumberLink } from './number-link'
import { TooFew } from './too-few'

/** A rate in large type with its interval and its two counts, each linking to its list. */
export function RateStat({
  label,
  rate,
  to,
  format,
  children,
}: {
  label: ReactNode
  rate: Proportion
  to: { numerator: string; denominator: string }
  format: BoardFormat
  children?: Elements
}) {
  const { t } = useTranslation('boards')
  const isKnown = rate.enough && rate.share !== null
  return (
    <Stat
      label={label}
      {...(isKnown ? { to: to.numerator } : {})}
      value={isKnown ? format.percent(rate.share ?? 0) : <TooFew />}
      detail={
        <span className="grid gap-1.5">
          {isKnown ? <IntervalStrip rate={rate} /> : null}
          <span>
            <RichText
              t={t}
              i18nKey="figure.ofTrials"
              values={{ part: format.number(rate.numerator), all: format.number(rate.denominator) }}
              components={{ part: <NumberLink to={to.numerator} />, all: <NumberLink to={to.denominator} /> }}
            />
          </span>
          {isKnown ? (
            <span className="tabular-nums">
              {t('figure.interval', { low: format.percent(rate.low), high: format.percent(rate.high) })}
            </span>
          ) : null}
          {children}
        </span>
      }
    />
  )
}
