import { Clock, Layers, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DemoCard } from '../demo-card'

/** The duration, roles and plans of a demo. */
export function DemoFacts({ demo }: { demo: DemoCard }) {
  const { t, i18n } = useTranslation('center')
  const list = new Intl.ListFormat(i18n.language, { style: 'long', type: 'conjunction' })
  const facts = [
    { icon: Clock, text: t('demo.minutes', { count: demo.minutes }) },
    { icon: Users, text: list.format(demo.roles.map((role) => role.name)) },
    { icon: Layers, text: list.format(demo.plans.map((plan) => plan.name)) },
  ]
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-muted">
      {facts.map(({ icon: Icon, text }) => (
        <li key={text} className="inline-flex items-center gap-1.5">
          <Icon className="size-4 text-faint" aria-hidden="true" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
