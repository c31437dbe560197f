import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { leadsOn } from '../../checks/leads-on'
import { ConfirmDialog } from '../../documents/components/confirm-dialog'
import { useDocumentName } from '../../documents/components/document-name'
import type { Alternative, EditorDocument } from './document-view'
import { UserList } from './user-list'

interface RetireDialogProps {
  document: EditorDocument
  name: string
  alternatives: Alternative[]
  isBusy: boolean
  onRetire: (insteadSlug: string) => void
  onClose: () => void
}

/** Asks for confirmation before retiring a document, and for its replacement. */
export function RetireDialog({ document, name, alternatives, isBusy, onRetire, onClose }: RetireDialogProps) {
  const { t } = useTranslation('studio')
  const nameOf = useDocumentName()
  const [instead, setInstead] = useState('')
  const isUsed = document.usedBy.length > 0
  const canLead = leadsOn(document.kind) && alternatives.length > 0
  const isBlocked = isUsed && (!canLead || instead === '')
  return (
    <ConfirmDialog
      open
      danger
      busy={isBusy}
      disabled={isBlocked}
      onOpenChange={onClose}
      title={t('retire.title', { name })}
      description={t('retire.text')}
      confirm={t('retire.confirm')}
      onConfirm={() => onRetire(instead)}
    >
      {isUsed ? (
        <div className="mb-4 grid gap-2">
          <p className="text-sm">{t(canLead ? 'retire.used' : 'retire.usedFirst')}</p>
          <UserList users={document.usedBy} />
        </div>
      ) : null}
      {canLead ? (
        <Field label={t('retire.instead')}>
          {(control) => (
            <SelectInput
              {...control}
              required={isUsed}
              value={instead}
              onChange={(event) => setInstead(event.target.value)}
            >
              <option value="">{t(isUsed ? 'retire.choose' : 'retire.nothing')}</option>
              {alternatives.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {nameOf({ kind: document.kind, slug, title })}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
      ) : null}
    </ConfirmDialog>
  )
}
