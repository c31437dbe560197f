import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { SplitForm } from '../open-split-form.server'
import { ChooseDocument } from './choose-document'
import { StartSplitForm } from './start-split-form'

/** What the form of a new split answers when the page stays. */
export interface StartSplitAnswer {
  result: SubmissionResult<string[]>
  /** Why the whole of it was refused. */
  refused: 'conflict' | 'not-found' | null
}

/** Asks for a document first, then for what it is compared with and what decides. */
export function NewSplitPage({ form, answer }: { form: SplitForm; answer: StartSplitAnswer | undefined }) {
  const { t } = useTranslation('splits')
  const { chosen, documents } = form
  return (
    <div className="grid gap-8">
      <PageHeader
        eyebrow={
          <Link to={paths.splits()} className="hover:text-ink">
            {t('title')}
          </Link>
        }
        title={t('form.title')}
        lead={t('form.lead')}
      />
      {documents.length === 0 ? (
        <EmptyState title={t('form.nothing')} />
      ) : (
        <ChooseDocument documents={documents} chosen={chosen} />
      )}
      {answer?.refused ? <Notice tone="bad">{t(`form.refused.${answer.refused}`)}</Notice> : null}
      {chosen ? <Sides chosen={chosen} answer={answer} /> : null}
    </div>
  )
}

function Sides({
  chosen,
  answer,
}: {
  chosen: NonNullable<SplitForm['chosen']>
  answer: StartSplitAnswer | undefined
}) {
  const { t } = useTranslation('splits')
  const canHide = chosen.kind === 'message'
  if (chosen.others.length === 0 && !canHide) {
    return (
      <Notice title={t('form.onlyOne', { title: chosen.title })}>
        <Link to={paths.document(chosen.kind, chosen.slug)} className="text-accent underline">
          {t('form.openInStudio')}
        </Link>
      </Notice>
    )
  }
  return (
    <StartSplitForm key={`${chosen.kind}/${chosen.slug}`} chosen={chosen} result={answer?.result ?? null} />
  )
}
