import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { ConfirmDialog } from '../confirm-dialog'
import { useDocumentName } from '../document-name'
import type { Alternative, EditorDocument } from '../document-view'

interface RetireDialogProps {
  document: EditorDocument
  name: string
  alternatives: Alternative[]
  isBusy: boolean
  onRetire: (insteadSlug: string) => void
  onClose: () => void
}

/** Asks before a document is taken away from visitors, and what they may try instead. */
export function RetireDialog({ document, name, alternatives, isBusy, onRetire, onClose }: RetireDialogProps) {
  const { t } = useTranslation('studio')
  const nameOf = useDocumentName()
  const [instead, setInstead] = useState('')
  return (
    <ConfirmDialog
      open
      danger
      busy={isBusy}
      onOpenChange={onClose}
      title={t('retire.title', { name })}
      description={t('retire.text')}
      confirm={t('retire.confirm')}
      onConfirm={() => onRetire(instead)}
    >
      <Field label={t('retire.instead')}>
        {(control) => (
          <SelectInput {...control} value={instead} onChange={(event) => setInstead(event.target.value)}>
            <option value="">{t('retire.nothing')}</option>
            {alternatives.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {nameOf({ kind: document.kind, slug, title })}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
    </ConfirmDialog>
  )
}
