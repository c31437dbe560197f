import { CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import type { TalkGoal } from '../schemas'

interface TalkThanksProps {
  goal: TalkGoal
  name: string
  /** What became of the message that asks to confirm the address; null when none was needed. */
  check: 'sent' | 'waits' | 'held' | 'verified' | null
  trial: string | null
}

/** Confirms that the request arrived, and says what happens next. */
export function TalkThanks({ goal, name, check, trial }: TalkThanksProps) {
  const { t } = useTranslation('center')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="grid max-w-xl gap-5">
      <CircleCheck className="size-10 text-good" strokeWidth={1.5} aria-hidden="true" />
      <h1 ref={heading} tabIndex={-1} className="text-headline outline-none">
        {t('talk.thanks', { name })}
      </h1>
      <p className="text-muted">{t(`talk.next.${goal}`)}</p>
      {check ? <p className="text-sm text-muted">{t(`talk.check.${check}`)}</p> : null}
      <div className="flex flex-wrap gap-2">
        {trial ? <LinkButton to={paths.trial(trial)}>{t('pricing.back')}</LinkButton> : null}
        <LinkButton to={paths.home()}>{t('talk.demos')}</LinkButton>
        <LinkButton to={paths.help()} tone="quiet">
          {t('talk.help')}
        </LinkButton>
      </div>
    </section>
  )
}
