import type { Interval } from '~/domain/insight/wilson'

/**
 * Shows a rate between 0 and 100% (the mark) and its confidence interval (the band). The text beside it says the same.
 */
export function IntervalStrip({ rate }: { rate: Interval & { share: number | null } }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="block h-1.5 w-full max-w-44"
    >
      <rect y="2.5" width="100" height="1" className="fill-line" />
      <rect
        x={rate.low * 100}
        width={Math.max(1, (rate.high - rate.low) * 100)}
        y="0"
        height="6"
        className="fill-accent"
        fillOpacity={0.22}
      />
      {rate.share === null ? null : (
        <rect x={Math.min(98.8, rate.share * 100)} width="1.2" height="6" className="fill-accent" />
      )}
    </svg>
  )
}
