import { ArrowRight } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import type { Elements } from '~/ui/elements'
import { RoleAvatar } from './role-avatar'

export interface RolePerson {
  name: string
  person: string | null
}

const calledOf = (role: RolePerson) => role.person ?? role.name

/** The scene shown when another role takes over: who acted before, who acts next, and a continue button. */
export function HandoffScene({
  from,
  to,
  earned,
  onContinue,
}: {
  from: RolePerson
  to: RolePerson
  /** What the step before earned. */
  earned: Elements
  onContinue: () => void
}) {
  const { t } = useTranslation('player')
  const go = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => go.current?.focus(), [])
  return (
    <section
      aria-label={t('handoff.label')}
      className="grid min-h-96 place-items-center px-6 py-16 text-center lg:h-full"
    >
      <div className="appear grid max-w-md justify-items-center gap-6">
        {earned}
        <div className="flex items-center gap-5" aria-hidden="true">
          <RoleAvatar name={calledOf(from)} size="large" quiet />
          <ArrowRight className="size-6 text-faint" />
          <RoleAvatar name={calledOf(to)} size="large" />
        </div>
        <div id={id} className="grid gap-1.5">
          <h2 className="text-headline">{t('handoff.title', { person: calledOf(to) })}</h2>
          <p className="text-muted">
            {to.person
              ? t('handoff.textPerson', { from: calledOf(from), to: to.person, role: to.name })
              : t('handoff.text', { from: calledOf(from), role: to.name })}
          </p>
        </div>
        <Button ref={go} aria-describedby={id} tone="primary" size="large" onClick={onContinue}>
          {t('handoff.continue', { person: calledOf(to) })}
        </Button>
      </div>
    </section>
  )
}
