import { PressTwice } from '~/ui/press-twice'
import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { Elements } from '~/ui/elements'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { AccountAnswer } from '../account-answer'
import { accountTrialsHref } from '../account-trials-href'
import type { AccountView } from '../read-account.server'
import { AccountNotice } from './account-notice'
import { DomainList } from '../domains/components/domain-list'
import { InvitationList } from '../invitations/components/invitation-list'
import { MemberList } from './member-list'
import { MergeForm } from '../merging/components/merge-form'

interface AccountPageProps {
  account: AccountView
  answer: AccountAnswer | undefined
  /** The URL of the new invitation. */
  invitation: string | null
}

/** The page of one account: its visitors, domains, invitations and merges. */
export function AccountPage({ account, answer, invitation }: AccountPageProps) {
  const { t } = useTranslation('accounts')
  const active = account.members.filter(({ removedAt }) => removedAt === null)
  const removed = account.members.filter(({ removedAt }) => removedAt !== null)
  return (
    <div className="grid gap-10">
      <PageHeader
        eyebrow={
          <Link to={paths.accounts()} className="hover:text-ink">
            {t('title')}
          </Link>
        }
        title={account.name}
        lead={t('membersLead', { count: active.length })}
        actions={
          <LinkButton to={accountTrialsHref(account.id)} size="small">
            {t('showTrials')}
          </LinkButton>
        }
      />
      <AccountNotice answer={answer} />
      {account.mergedInto ? <MergedNotice into={account.mergedInto} /> : null}
      <Part title={t('members')}>
        {active.length > 0 ? (
          <MemberList members={active} />
        ) : (
          <EmptyState title={t('nobody')}>
            <p>{t('nobodyText')}</p>
          </EmptyState>
        )}
        {removed.length > 0 ? (
          <details className="grid gap-3">
            <summary className="w-fit text-sm text-muted hover:text-ink">
              {t('removed', { count: removed.length })}
            </summary>
            <MemberList members={removed} removed />
          </details>
        ) : null}
      </Part>
      <div className="grid items-start gap-x-16 gap-y-10 lg:grid-cols-2">
        <Part title={t('domains')} lead={t('domainsLead')}>
          <DomainList domains={account.domains} />
        </Part>
        <Part title={t('invitations')} lead={t('invitationsLead')}>
          <InvitationList invitations={account.invitations} made={invitation} />
        </Part>
        {account.mergedInto ? null : (
          <Part title={t('merge')} lead={t('mergeLead')}>
            <MergeForm account={account} />
          </Part>
        )}
        <Part title={t('remove')} lead={t('removeLead')}>
          <RemoveAccount blocked={account.merged.length > 0} />
        </Part>
      </div>
    </div>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: Elements }) {
  return (
    <section aria-label={title} className="grid content-start gap-3">
      <div className="grid gap-0.5">
        <h2 className="text-title">{title}</h2>
        {lead ? <p className="text-sm text-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}

function MergedNotice({ into }: { into: { id: string; name: string } }) {
  const { t } = useTranslation('accounts')
  return (
    <Notice
      title={
        <Link to={paths.companyAccount(into.id)} className="underline underline-offset-4">
          {t('countsAs', { name: into.name })}
        </Link>
      }
      action={
        <Form method="post">
          <Button type="submit" name="intent" value="unmerge" size="small">
            {t('unmerge')}
          </Button>
        </Form>
      }
    />
  )
}

/** Removes the account, unless others are merged into it. */
function RemoveAccount({ blocked }: { blocked: boolean }) {
  const { t } = useTranslation('accounts')
  if (blocked) return <p className="text-sm text-muted">{t('removeBlocked')}</p>
  return <PressTwice ask={t('removeAsk')} warning={t('removeWarning')} go={t('removeGo')} intent="remove" />
}
