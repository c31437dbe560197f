import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import type { CommandResult } from '../../document-commands'
import { ProblemList } from '../problem-list'
import type { Draft } from '../use-draft'

/** What has to be said above the editor: a refused save, the result of a form posted without JavaScript, a reader's limits. */
export function EditorNotices({ draft, canEdit }: { draft: Draft; canEdit: boolean }) {
  const { t } = useTranslation('studio')
  const posted = useActionData<CommandResult>()
  return (
    <>
      {canEdit ? null : <Notice>{t('editor.readOnly')}</Notice>}
      {draft.refusal ? <Notice tone="bad">{t('editor.notSaved', { reason: draft.refusal })}</Notice> : null}
      {posted?.ok && posted.number ? (
        <Notice tone="good">{t('publish.done', { number: posted.number })}</Notice>
      ) : null}
      {posted && !posted.ok ? (
        <Notice tone="bad" title={posted.message}>
          <ProblemList problems={posted.problems} />
        </Notice>
      ) : null}
    </>
  )
}
