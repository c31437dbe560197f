import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import type { CommandResult } from '../../documents/document-commands'
import { ProblemList } from '../../documents/components/problem-list'
import type { Draft } from './use-draft'

interface EditorNoticesProps {
  draft: Draft
  canEdit: boolean
  /** Of the last command that a dialog sent. */
  result: CommandResult | null
}

/** Notices above the editor: a refused save, the result of a command, read-only access. */
export function EditorNotices({ draft, canEdit, result }: EditorNoticesProps) {
  const { t } = useTranslation('studio')
  const posted = useActionData<CommandResult>() ?? result
  return (
    <>
      {canEdit ? null : <Notice>{t('editor.readOnly')}</Notice>}
      {draft.mergedWith ? (
        <Notice live>
          {t('conflict.merged', { name: draft.mergedWith.name ?? t('conflict.somebody') })}
        </Notice>
      ) : null}
      {draft.refusal ? <Notice tone="bad">{t('editor.notSaved', { reason: draft.refusal })}</Notice> : null}
      {posted?.ok && posted.number ? (
        <Notice tone="good" live>
          {t('publish.done', { number: posted.number })}
        </Notice>
      ) : null}
      {posted && !posted.ok ? (
        <Notice tone="bad" title={posted.message}>
          <ProblemList problems={posted.problems} />
        </Notice>
      ) : null}
    </>
  )
}
