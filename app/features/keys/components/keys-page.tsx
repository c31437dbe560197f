import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { KeyTable } from './key-table'
import type { KeyView } from '../list-keys.server'
import { NewKeyForm } from './new-key-form'
import type { KeyFormAnswer } from './new-key-form'
import { NewSecret } from './new-secret'

export type KeysAnswer = { made: { name: string; secret: string } } | { revoked: true } | KeyFormAnswer

/** The API keys: create, list, revoke. */
export function KeysPage({ keys, answer }: { keys: KeyView[]; answer: KeysAnswer | undefined }) {
  const { t } = useTranslation('conversions')
  const made = answer && 'made' in answer ? answer.made : null
  return (
    <div className="grid max-w-5xl gap-8">
      <PageHeader title={t('keys.title')} lead={t('keys.lead')} />
      {made ? <NewSecret key={made.secret} {...made} /> : null}
      {answer && 'revoked' in answer ? <Notice tone="good" live title={t('keys.revokedDone')} /> : null}
      <NewKeyForm key={made?.secret ?? 'new'} answer={answer && 'errors' in answer ? answer : undefined} />
      {keys.length > 0 ? (
        <KeyTable keys={keys} />
      ) : (
        <EmptyState icon={<KeyRound className="size-8" aria-hidden="true" />} title={t('keys.none')}>
          <p>{t('keys.noneText')}</p>
        </EmptyState>
      )}
    </div>
  )
}
