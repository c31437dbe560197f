import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { When } from '~/ui/when'
import type { ReadAsk } from '../read-ask.server'
import { AskWork } from './ask-work'
import { TriedList } from './tried-list'

/** The result of the last change. */
export type AskAnswer =
  { done: 'answered' | 'new' | 'assign' | 'note' } | { failed: 'conflict' | 'not-found' }

interface AskPageProps extends ReadAsk {
  mayAnswer: boolean
  mayReplay: boolean
  answer: AskAnswer | undefined
}

/** The page of one ask: the contact, the message, what they tried, and the follow-up. */
export function AskPage(page: AskPageProps) {
  const { t } = useTranslation('team')
  const { ask, answer } = page
  return (
    <div className="grid max-w-5xl gap-8">
      <div className="grid gap-3">
        <Link to={paths.asks()} className="w-fit text-sm text-muted underline underline-offset-4">
          {t('asks.title')}
        </Link>
        <PageHeader
          title={ask.company}
          lead={t('ask.lead', { name: ask.name, kind: t(`asks.kind.${ask.kind}`) })}
        />
      </div>
      {answer && 'done' in answer ? <Notice tone="good" live title={t(`ask.done.${answer.done}`)} /> : null}
      {answer && 'failed' in answer ? (
        <Notice tone="bad" live title={t(`ask.failed.${answer.failed}`)} />
      ) : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-8">
          <AskFacts {...page} />
          <TriedList tried={page.tried} named={ask.trialId} mayReplay={page.mayReplay} />
        </div>
        <AskWork {...page} />
      </div>
    </div>
  )
}

function AskFacts({ ask, isVerified }: ReadAsk) {
  const { t } = useTranslation('team')
  return (
    <section aria-label={t('ask.facts')} className="grid gap-5">
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-y-2.5">
        <dt className="text-muted">{t('ask.email')}</dt>
        <dd className="flex flex-wrap items-center gap-2 pb-2 break-all sm:pb-0">
          <a href={`mailto:${encodeURIComponent(ask.email)}`} className="underline underline-offset-4">
            {ask.email}
          </a>
          <Badge tone={isVerified ? 'good' : 'warn'}>
            {t(isVerified ? 'ask.verified' : 'ask.unverified')}
          </Badge>
        </dd>
        <dt className="text-muted">{t('ask.at')}</dt>
        <dd className="pb-2 tabular-nums sm:pb-0">
          <When at={ask.at} />
        </dd>
        {ask.plan ? (
          <>
            <dt className="text-muted">{t('ask.plan')}</dt>
            <dd className="pb-2 sm:pb-0">{ask.plan}</dd>
          </>
        ) : null}
        <dt className="text-muted">{t('ask.language')}</dt>
        <dd className="pb-2 sm:pb-0">{t(`ask.locale.${ask.locale}`)}</dd>
      </dl>
      <div className="grid gap-1.5">
        <h2 className="text-title">{t('ask.message')}</h2>
        <p className="max-w-2xl text-pretty break-words whitespace-pre-wrap">
          {ask.message || t('ask.noMessage')}
        </p>
      </div>
    </section>
  )
}
