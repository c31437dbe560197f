import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Elements } from '~/ui/elements'
import { formatDuration } from '../format-duration'
import type { TrialResult } from '../trial-result'
import { PathComparison } from './path-comparison'
import { ScoreAccount } from './score-account'
import { ScoreRing } from './score-ring'

interface EndScreenProps {
  title: string
  planName: string
  result: TrialResult
  activeMs: number
  /** Rating and what to do next; absent in a preview. */
  children?: Elements
}

/** The result and how it was scored, then the rating form and the next steps. */
export function EndScreen({ title, planName, result, activeMs, children }: EndScreenProps) {
  const { t, i18n } = useTranslation('player')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="mx-auto grid max-w-5xl gap-14 px-5 py-12 sm:px-8 lg:py-16">
      <header className="flex flex-wrap items-center gap-x-10 gap-y-6">
        <ScoreRing score={result.score} />
        <div className="grid gap-2">
          <p className="text-sm text-muted">{t('end.eyebrow', { title, plan: planName })}</p>
          <h2 ref={heading} tabIndex={-1} className="text-headline outline-none sm:text-display">
            {t(result.outcome === 'success' ? 'end.success' : 'end.other')}
          </h2>
          <p className="text-muted">{t('end.active', { time: formatDuration(activeMs, i18n.language) })}</p>
        </div>
      </header>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        <ScoreAccount result={result} />
        {result.ways.length > 0 ? <PathComparison result={result} /> : null}
      </div>
      {children}
    </div>
  )
}
