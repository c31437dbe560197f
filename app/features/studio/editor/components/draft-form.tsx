import { useTranslation } from 'react-i18next'
import { LOCALES } from '~/domain/text'
import { DocumentForm } from '../../forms/components/document-form'
import type { FormChoices } from '../../forms/form-choices'
import { CheckPanel } from './check-panel'
import { PlainPublish } from './plain-publish'
import type { Editor } from './use-editor'

/** The draft as a form, and below it what its checks say. */
export function DraftForm({ editor, choices }: { editor: Editor; choices: FormChoices }) {
  const { t } = useTranslation('studio')
  const { document, draft, checks, canEdit, go } = editor
  return (
    <div className="grid gap-8">
      <noscript>
        <p className="text-sm text-muted">{t('editor.formNeedsScript')}</p>
      </noscript>
      <DocumentForm
        kind={document.kind}
        files={draft.files}
        problems={checks.problems}
        locales={document.around.locales ?? LOCALES}
        choices={choices}
        canEdit={canEdit}
        onChange={(change) => draft.send({ type: 'change', change })}
      />
      <PlainPublish document={document} />
      <CheckPanel {...editor} isDirty={draft.dirty.length > 0} onGo={go} />
    </div>
  )
}
