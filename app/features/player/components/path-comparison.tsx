import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { TrialResult } from '../trial-result'

type Way = TrialResult['ways'][number]

/** The way taken beside the shortest one, from top to bottom: shared steps, detours, and what was not passed. */
export function PathComparison({ ways }: { ways: Way[] }) {
  const { t } = useTranslation('player')
  const id = useId()
  const same = ways.every((way) => way.on === 'both')
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h3 id={id} className="text-title">
        {t('path.title')}
      </h3>
      <p className="text-sm text-muted">{same ? t('path.same') : t('path.differs')}</p>
      <ol className="grid text-sm">
        {ways.map((way, index) => (
          <PathStep key={index} way={way} first={index === 0} last={index === ways.length - 1} />
        ))}
      </ol>
    </section>
  )
}

/** Where the two lines run: the taken one at 8, the ideal one at 24 of 32. */
function PathStep({ way, first, last }: { way: Way; first: boolean; last: boolean }) {
  const { t } = useTranslation('player')
  const line = `M0 ${first ? 18 : 0}V${last ? 18 : 36}`
  return (
    <li className="flex items-center gap-3">
      <svg viewBox="0 0 32 36" className="h-9 w-8 shrink-0" aria-hidden="true">
        <path d={line} transform="translate(8 0)" className="stroke-line-strong" strokeWidth="1.5" />
        <path
          d={line}
          transform="translate(24 0)"
          className="stroke-line"
          strokeWidth="1.5"
          strokeDasharray="2 3"
        />
        {way.on === 'both' ? <path d="M8 18H24" className="stroke-accent" strokeWidth="1.5" /> : null}
        {way.on !== 'ideal' ? (
          <circle cx="8" cy="18" r="4.5" className={way.on === 'both' ? 'fill-accent' : 'fill-warn'} />
        ) : null}
        {way.on !== 'taken' ? (
          <circle
            cx="24"
            cy="18"
            r="3.5"
            strokeWidth="1.5"
            className={way.on === 'both' ? 'fill-accent' : 'fill-canvas stroke-faint'}
          />
        ) : null}
      </svg>
      <span className={classNames('mr-auto', way.on === 'ideal' && 'text-muted')}>{way.title}</span>
      {way.on === 'taken' ? <span className="text-xs font-medium text-warn">{t('path.detour')}</span> : null}
      {way.on === 'ideal' ? <span className="text-xs text-faint">{t('path.idealOnly')}</span> : null}
    </li>
  )
}
