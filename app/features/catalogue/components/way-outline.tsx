import { useTranslation } from 'react-i18next'
import type { DemoCard, OutlineStep } from '../demo-card'

interface Leg {
  role: string | null
  steps: string[]
}

/** Groups consecutive steps of one person. */
function legsOf(way: readonly OutlineStep[]): Leg[] {
  const legs: Leg[] = []
  for (const step of way) {
    const last = legs[legs.length - 1]
    if (last && last.role === step.role) last.steps.push(step.title)
    else legs.push({ role: step.role, steps: [step.title] })
  }
  return legs
}

/** The ideal path through the demo, grouped by person. */
export function WayOutline({ way, roles }: { way: OutlineStep[]; roles: DemoCard['roles'] }) {
  const { t } = useTranslation('center')
  return (
    <ol className="grid">
      {legsOf(way).map((leg, index, legs) => {
        const role = roles.find((each) => each.id === leg.role)
        return (
          <li key={index} className="relative grid gap-2 pb-7 pl-9 last:pb-0">
            {index < legs.length - 1 ? (
              <span className="absolute top-6 bottom-0 left-[9.5px] w-px bg-line-strong" aria-hidden="true" />
            ) : null}
            <svg viewBox="0 0 20 20" className="absolute top-0.5 left-0 size-5" aria-hidden="true">
              <circle cx="10" cy="10" r="6" strokeWidth="2" className="fill-canvas stroke-accent" />
            </svg>
            {role ? (
              <p className="font-medium">
                {role.person ? t('demo.person', { person: role.person, role: role.name }) : role.name}
              </p>
            ) : null}
            <p className="text-sm leading-relaxed text-muted">{leg.steps.join(' → ')}</p>
          </li>
        )
      })}
    </ol>
  )
}
