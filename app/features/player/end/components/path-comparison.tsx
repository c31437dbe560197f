import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { TakenWay, TrialResult } from '../trial-result'

/** The path taken, step by step from top to bottom, with the detours set apart. */
export function PathComparison({ result }: { result: TrialResult }) {
  const { t } = useTranslation('player')
  const id = useId()
  const { ways, detours } = result
  const sentence =
    detours.count === null ? t('path.unknown') : detours.count === 0 ? t('path.same') : t('path.differs')
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h3 id={id} className="text-title">
        {t('path.title')}
      </h3>
      <p className="text-sm text-muted">{sentence}</p>
      <ol className="grid text-sm">
        {ways.map((way, index) => (
          <PathStep key={index} way={way} first={index === 0} last={index === ways.length - 1} />
        ))}
      </ol>
    </section>
  )
}

const TONES: Record<TakenWay['mark'], string> = {
  start: 'fill-accent',
  ideal: 'fill-accent',
  free: 'fill-accent',
  detour: 'fill-warn',
  unknown: 'fill-canvas stroke-faint',
}

/** The shortest path is drawn at x = 8 of 32; detours at x = 24. */
function PathStep({ way, first, last }: { way: TakenWay; first: boolean; last: boolean }) {
  const { t } = useTranslation('player')
  const aside = way.mark === 'detour'
  return (
    <li className="flex items-center gap-3">
      <svg viewBox="0 0 32 36" className="h-9 w-8 shrink-0" aria-hidden="true">
        <path
          d={`M8 ${first ? 18 : 0}V${last ? 18 : 36}`}
          className="stroke-line-strong"
          strokeWidth="1.5"
          fill="none"
        />
        {aside ? <path d="M8 18H24" className="stroke-warn" strokeWidth="1.5" /> : null}
        <circle cx={aside ? 24 : 8} cy="18" r="4.5" strokeWidth="1.5" className={TONES[way.mark]} />
      </svg>
      <span className={classNames('mr-auto', way.stayed && 'text-muted')}>
        {way.stayed ? t('path.stayed', { place: way.title }) : way.title}
      </span>
      {aside ? <span className="text-xs font-medium text-warn">{t('path.detour')}</span> : null}
      {way.mark === 'free' ? <span className="text-xs text-faint">{t('path.free')}</span> : null}
      {way.mark === 'unknown' ? <span className="text-xs text-faint">{t('path.notKnown')}</span> : null}
    </li>
  )
}
