import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TitledPart } from '~/ui/titled-part'
import { CopyField } from '~/ui/copy-field'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { OutletList } from '../outlet-views'
import { MailForm, ShareForm, type ChosenView, type OutletErrors } from './outlet-forms'
import { MailList, ShareList } from './outlet-lists'

export type OutletAnswer = { link: string } | OutletErrors

interface OutletsPageProps {
  list: OutletList
  /** Null: no view was chosen. */
  chosen: ChosenView | null
  answer: OutletAnswer | undefined
  timeZone: string
}

/** What leaves the boards for people outside: links and mail. */
export function OutletsPage({ list, chosen, answer, timeZone }: OutletsPageProps) {
  const { t } = useTranslation('outlets')
  const errors = answer && 'errors' in answer ? answer : undefined
  const view = errors?.errors.view
  return (
    <div className="grid max-w-5xl gap-10">
      <PageHeader title={t('page.title')} lead={t('page.lead')} />
      {answer && 'link' in answer ? <NewLink key={answer.link} link={answer.link} /> : null}
      {view ? <Notice tone="bad" title={t(`page.error.${view}`)} /> : null}
      {chosen ? (
        <section className="grid gap-4">
          <p className="font-medium">
            {t('page.view', { title: t(`board.${chosen.board}`, { defaultValue: chosen.board }) })}
          </p>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <ShareForm chosen={chosen} answer={errors} />
            <MailForm chosen={chosen} answer={errors} timeZone={timeZone} />
          </div>
        </section>
      ) : (
        <p className="max-w-prose text-sm text-muted">{t('page.choose')}</p>
      )}
      <TitledPart title={t('page.shares')}>
        <ShareList shares={list.shares} />
      </TitledPart>
      <TitledPart title={t('page.mails')}>
        <MailList mails={list.mails} />
      </TitledPart>
    </div>
  )
}

function NewLink({ link }: { link: string }) {
  const { t } = useTranslation('outlets')
  const [copied, setCopied] = useState(false)
  return (
    <section aria-label={t('page.made')} className="grid gap-3 rounded-xl bg-good-soft p-5">
      <div role="status" className="grid gap-0.5">
        <p className="font-medium">{t('page.made')}</p>
        <p className="text-sm text-muted">{t(copied ? 'page.copied' : 'page.madeText')}</p>
      </div>
      <CopyField
        label={t('page.link')}
        labelHidden
        value={link}
        copy={t('page.copy')}
        onCopied={() => setCopied(true)}
      />
    </section>
  )
}
