import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Counts } from '~/domain/insight/count'
import type { BoardFormat } from '../board-format'

const OUTCOMES = ['finished', 'ended', 'dropped', 'running'] as const

type Outcome = (typeof OUTCOMES)[number]

const FILLS: Record<Outcome, string> = {
  finished: 'fill-accent',
  ended: 'fill-faint',
  dropped: 'fill-bad',
  running: 'fill-line-strong',
}

/** The outcomes of trials: a stacked bar, and each part with its name and number. */
export function OutcomeBar({
  counts,
  format,
  hrefOf,
}: {
  counts: Counts
  format: BoardFormat
  hrefOf: (outcome: Outcome) => string
}) {
  const { t } = useTranslation('boards')
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0)
  let x = 0
  return (
    <div className="grid gap-3">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(1, counts.started)} 1`}
        preserveAspectRatio="none"
        className="block h-2 w-full overflow-hidden rounded-full"
      >
        {shown.map((outcome) => {
          const from = x
          x += counts[outcome]
          return <rect key={outcome} x={from} width={counts[outcome]} height="1" className={FILLS[outcome]} />
        })}
      </svg>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {shown.map((outcome) => (
          <li key={outcome}>
            <Link to={hrefOf(outcome)} className="inline-flex items-center gap-2 rounded hover:underline">
              <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2">
                <circle cx="4" cy="4" r="4" className={FILLS[outcome]} />
              </svg>
              <span className="text-muted">{t(`outcome.${outcome}`)}</span>
              <span className="tabular-nums">{format.number(counts[outcome])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
