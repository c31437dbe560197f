import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { useInstant } from '~/ui/when'
import type { BoardMailView, ShareView } from '../outlet-views'

const CARD = 'grid gap-1.5 rounded-xl bg-surface p-4 text-sm ring-1 ring-line'

const useViewTitle = () => {
  const { t } = useTranslation('outlets')
  return ({ board, parameters }: Pick<ShareView, 'board' | 'parameters'>): string => {
    const { asOf: _asOf, slug, ...rest } = parameters
    const title = t(`board.${board}`, { defaultValue: board })
    return [title, slug, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)]
      .filter(Boolean)
      .join(' · ')
  }
}

/** The links that were made, with whether they work and how often they were opened. */
export function ShareList({ shares }: { shares: readonly ShareView[] }) {
  const { t } = useTranslation('outlets')
  const titleOf = useViewTitle()
  const at = useInstant('short')
  if (shares.length === 0) return <p className="text-sm text-muted">{t('page.noShares')}</p>
  return (
    <ul className="grid gap-3">
      {shares.map((share) => (
        <li key={share.id} className={CARD}>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium break-words">{titleOf(share)}</span>
            <Badge tone={share.state === 'open' ? 'good' : 'neutral'}>{t(`page.state.${share.state}`)}</Badge>
          </p>
          <p className="flex flex-wrap gap-x-3 text-muted">
            <span>{t(share.isFrozen ? 'page.isFrozen' : 'page.isRolling')}</span>
            <span>{t('page.by', { name: share.createdByName })}</span>
            <span>{t('page.expires', { day: at(share.expiresAt) })}</span>
            <span>{t('page.opened', { count: share.openings })}</span>
            {share.openedAt ? <span>{t('page.lastOpened', { at: at(share.openedAt) })}</span> : null}
          </p>
          {share.state === 'open' ? (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="id" value={share.id} />
              <Button type="submit" name="intent" value="revoke" size="small" tone="danger">
                {t('page.revoke')}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** The boards that are mailed, with when, to whom, and what became of the last one. */
export function MailList({ mails }: { mails: readonly BoardMailView[] }) {
  const { t } = useTranslation('outlets')
  const titleOf = useViewTitle()
  const at = useInstant('short')
  if (mails.length === 0) return <p className="text-sm text-muted">{t('page.noMails')}</p>
  return (
    <ul className="grid gap-3">
      {mails.map((mail) => (
        <li key={mail.id} className={CARD}>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium break-words">{titleOf(mail)}</span>
            {mail.pausedAt ? <Badge>{t('page.paused')}</Badge> : null}
          </p>
          <p className="flex flex-wrap gap-x-3 text-muted">
            <span>{t(`page.frequency.${mail.frequency}`)}</span>
            <span>{t('page.by', { name: mail.ownerName })}</span>
            {mail.pausedAt ? null : <span>{t('page.next', { at: at(mail.nextAt) })}</span>}
            {mail.lastAt ? <span>{t('page.last', { at: at(mail.lastAt) })}</span> : null}
            {mail.lastResult ? <span>{t(`page.result.${mail.lastResult}`)}</span> : null}
          </p>
          <Readers readers={mail.readers} />
          <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
            <input type="hidden" name="id" value={mail.id} />
            <Button type="submit" name="intent" value={mail.pausedAt ? 'resume' : 'pause'} size="small">
              {t(mail.pausedAt ? 'page.resume' : 'page.pause')}
            </Button>
            <Button type="submit" name="intent" value="remove" size="small" tone="danger">
              {t('page.remove')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function Readers({ readers }: Pick<BoardMailView, 'readers'>) {
  const { t } = useTranslation('outlets')
  return (
    <ul className="grid gap-0.5 text-muted">
      {readers.map(({ email, state, problem }) => (
        <li key={email} className="flex flex-wrap gap-x-3">
          <span className="break-all">{email}</span>
          <span className={state === 'failed' ? 'text-bad' : undefined}>
            {t(`page.reader.${state ?? 'none'}`, { problem: problem ?? '' })}
          </span>
        </li>
      ))}
    </ul>
  )
}
