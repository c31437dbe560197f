import type { ReplayMark, ReplayMarkKind } from '~/domain/insight/replay-marks'

const TONES: Readonly<Record<ReplayMarkKind, string>> = {
  refusal: 'fill-bad',
  hint: 'fill-warn',
  hesitation: 'fill-faint',
  shown: 'fill-faint',
  undo: 'fill-faint',
  detour: 'fill-warn',
  task: 'fill-good',
  feedback: 'fill-accent',
}

/** Where the marked moments are, below the scrubber. The list of moments says the same to who does not see it. */
export function ReplayTimeline({ marks, last }: { marks: readonly ReplayMark[]; last: number }) {
  if (last === 0) return null
  const width = 1000
  return (
    // The thumb of the scrubber stands half its width inside.
    <div aria-hidden="true" className="h-2 px-2">
      <svg viewBox={`-2 0 ${width + 4} 8`} preserveAspectRatio="none" className="h-2 w-full">
        <line x1="0" x2={width} y1="4" y2="4" className="stroke-line" strokeWidth="1" />
        {marks.map(({ kind, step }, index) => (
          <rect
            key={index}
            x={(step / last) * width - 2}
            width="4"
            y={kind === 'hesitation' ? 2 : 0}
            height={kind === 'hesitation' ? 4 : 8}
            className={TONES[kind]}
          />
        ))}
      </svg>
    </div>
  )
}
