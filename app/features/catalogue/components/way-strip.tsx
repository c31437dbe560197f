import { classNames } from '~/ui/class-names'
import type { OutlineStep } from '../demo-card'

const FILLS = ['fill-accent', 'fill-ink', 'fill-faint', 'fill-line-strong'] as const
const GAP = 30

/**
 * The ideal path as dots on a line, one shade per person, raised where another takes over. Decorative: the text is
 * beside it.
 */
export function WayStrip({ way, className }: { way: OutlineStep[]; className?: string }) {
  const roles = [...new Set(way.map((step) => step.role))]
  const lane = (step: OutlineStep) => 9 + (roles.indexOf(step.role) % FILLS.length) * 22
  const width = Math.max(1, way.length - 1) * GAP + 12
  const height = 18 + (Math.min(roles.length, FILLS.length) - 1) * 22
  const points = way.map((step, index) => ({
    x: 6 + index * GAP,
    y: lane(step),
    role: roles.indexOf(step.role),
  }))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classNames('max-w-full', className)}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path
        d={points
          .map(({ x, y }, index) => {
            const before = points[index - 1]
            if (!before) return `M${x} ${y}`
            const middle = (before.x + x) / 2
            return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`
          })
          .join('')}
        fill="none"
        strokeWidth="1.5"
        className="stroke-line-strong"
      />
      {points.map(({ x, y, role }, index) => (
        <circle
          key={index}
          cx={x}
          cy={y}
          r={index === points.length - 1 ? 6 : 5}
          className={FILLS[role % FILLS.length]}
        />
      ))}
    </svg>
  )
}
