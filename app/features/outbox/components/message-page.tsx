import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { When } from '~/ui/when'
import type { readMail } from '../read-mail.server'
import { MailStateBadge } from './mail-state-badge'

type ShownMail = Awaited<ReturnType<typeof readMail>>

/** The page of one message: recipient, text and delivery. */
export function MessagePage({
  mail,
  answer,
}: {
  mail: ShownMail
  answer: { isQueued: boolean } | undefined
}) {
  const { t } = useTranslation('team')
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="grid gap-3">
        <Link to={paths.outbox()} className="w-fit text-sm text-muted underline underline-offset-4">
          {t('outbox.title')}
        </Link>
        <PageHeader title={mail.subject} lead={mail.to} />
      </div>
      {answer ? (
        <Notice
          tone={answer.isQueued ? 'good' : 'bad'}
          live
          title={t(answer.isQueued ? 'outbox.queued' : 'outbox.notQueued')}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
        <MailStateBadge state={mail.state} />
        <When at={mail.sentAt ?? mail.createdAt} />
        <span>{t('outbox.attempts', { count: mail.attempts })}</span>
        {mail.problem ? <code className="text-xs">{mail.problem}</code> : null}
        {mail.state === 'failed' ? (
          <Form method="post">
            <Button type="submit" size="small" busy={busy}>
              {t('outbox.again')}
            </Button>
          </Form>
        ) : null}
      </div>
      {mail.text ? (
        <pre className="rounded-xl bg-sunken p-5 font-sans text-sm break-words whitespace-pre-wrap">
          {mail.text}
        </pre>
      ) : (
        <p className="text-sm text-muted">{t('outbox.noText')}</p>
      )}
    </div>
  )
}
