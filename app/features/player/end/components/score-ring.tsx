import { useTranslation } from 'react-i18next'

/** The score as a figure in a ring that closes at 100. */
export function ScoreRing({ score }: { score: number }) {
  const { t } = useTranslation('player')
  return (
    <svg
      viewBox="0 0 120 120"
      role="img"
      aria-label={t('end.score', { score })}
      className="size-32 sm:size-36"
    >
      <circle cx="60" cy="60" r="53" fill="none" strokeWidth="7" className="stroke-line" />
      <circle
        cx="60"
        cy="60"
        r="53"
        fill="none"
        strokeWidth="7"
        strokeLinecap="round"
        pathLength="100"
        strokeDasharray={`${score} ${100 - score}`}
        transform="rotate(-90 60 60)"
        className={score === 0 ? 'stroke-transparent' : 'stroke-accent'}
      />
      <text
        x="60"
        y="67"
        textAnchor="middle"
        fontSize="36"
        fontWeight="600"
        className="fill-ink tabular-nums"
      >
        {score}
      </text>
      <text x="60" y="86" textAnchor="middle" fontSize="11" className="fill-muted">
        {t('end.outOf')}
      </text>
    </svg>
  )
}
