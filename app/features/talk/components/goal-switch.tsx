import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import { paths } from '~/paths'
import type { TalkGoal } from '../schemas'
import { TALK_GOALS } from '../schemas'

/** The reasons to contact the team, as links: the choice is in the address. */
export function GoalSwitch({ goal, kept }: { goal: TalkGoal; kept: { plan?: string; trial?: string } }) {
  const { t } = useTranslation('center')
  return (
    <nav
      aria-label={t('talk.goals')}
      className="flex w-fit max-w-full flex-wrap gap-1 rounded-3xl bg-sunken p-1"
    >
      {TALK_GOALS.map((each) => (
        <Link
          key={each}
          to={paths.talk({ goal: each, ...kept })}
          replace
          preventScrollReset
          aria-current={each === goal ? 'true' : undefined}
          className={classNames(
            'inline-flex min-h-9 items-center rounded-full px-4 text-sm font-medium pointer-coarse:min-h-11',
            each === goal ? 'bg-surface text-ink ring-1 ring-line' : 'text-muted hover:text-ink',
          )}
        >
          {t(`talk.goal.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
