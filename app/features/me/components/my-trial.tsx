import { instantOf } from '~/domain/day'
import { Form, Link, useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import type { TrialCard } from '../trial-card'
import { ResumeLink } from './resume-link'

/** One of the visitor's trials, with its state and actions. */
export function MyTrial({ trial }: { trial: TrialCard }) {
  const { t, i18n } = useTranslation('center')
  const resume = useFetcher<{ link: string | null }>()
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    instantOf(trial.lastEventAt),
  )
  return (
    <li className="grid gap-4 border-t border-line py-6 last:border-b sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid gap-1.5">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          <Link to={paths.trial(trial.id)} className="hover:text-accent">
            {trial.title}
          </Link>
          <Badge>{trial.planName}</Badge>
        </h2>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted tabular-nums">
          <span>
            {trial.finished && trial.score !== null
              ? t('me.score', { score: trial.score })
              : t('continue.tasks', { done: trial.tasksDone, count: trial.taskCount })}
          </span>
          <span>{when}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton to={paths.trial(trial.id)} size="small" tone={trial.finished ? 'secondary' : 'primary'}>
          {trial.finished ? t('me.result') : t('me.continue')}
        </LinkButton>
        {trial.offered ? (
          <Form method="post" action={paths.startTrial()}>
            <input type="hidden" name="demo" value={trial.demoSlug} />
            <input type="hidden" name="plan" value={trial.plan} />
            <input type="hidden" name="role" value={trial.role} />
            <input type="hidden" name="restartedFrom" value={trial.id} />
            <Button type="submit" size="small">
              {t('me.restart')}
            </Button>
          </Form>
        ) : null}
        {trial.finished ? null : (
          <resume.Form method="post" action={paths.me()}>
            <input type="hidden" name="trial" value={trial.id} />
            <Button
              type="submit"
              name="intent"
              value="resume-link"
              size="small"
              tone="quiet"
              busy={resume.state !== 'idle'}
            >
              {t('me.elsewhere')}
            </Button>
          </resume.Form>
        )}
      </div>
      {resume.data?.link ? <ResumeLink link={resume.data.link} /> : null}
    </li>
  )
}
