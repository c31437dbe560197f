import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isEnough } from '~/domain/insight/proportion'
import type { Quantiles } from '~/domain/insight/quantile'
import type { Elements } from '~/ui/elements'
import { RichText } from '~/ui/rich-text'
import { Stat } from '~/ui/stat'
import { NumberLink } from './number-link'
import { TooFew } from './too-few'

/** A median in large type and the number of trials behind it; `children` follow when there are enough of them. */
export function QuantileStat({
  label,
  of,
  show,
  to,
  count,
  children,
}: {
  label: ReactNode
  of: Pick<Quantiles, 'count' | 'median'>
  show: (value: number) => string
  to: string
  /** The number of trials, written. */
  count: string
  children?: Elements
}) {
  const { t } = useTranslation('boards')
  const isKnown = isEnough(of.count) && of.median !== null
  return (
    <Stat
      label={label}
      {...(isKnown ? { to } : {})}
      value={isKnown ? show(of.median ?? 0) : <TooFew />}
      detail={
        <span className="grid gap-1.5">
          {isKnown ? children : null}
          {!isKnown && of.median !== null ? (
            <span className="tabular-nums">{t('figure.soFar', { value: show(of.median) })}</span>
          ) : null}
          <span>
            <RichText
              t={t}
              i18nKey="figure.fromTrials"
              values={{ all: count }}
              components={{ all: <NumberLink to={to} /> }}
            />
          </span>
        </span>
      }
    />
  )
}
