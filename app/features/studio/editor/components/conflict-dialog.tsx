import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { SelectInput } from '~/ui/controls'
import { Dialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import { changedFiles } from '~/domain/content/changed-files'
import type { DraftConflictView } from '../../documents/document-commands'
import { DiffView } from '../../revisions/components/diff-view'
import { useInstant } from '~/ui/when'

interface ConflictDialogProps {
  conflict: DraftConflictView
  onSettle: (how: 'mine' | 'theirs' | 'later') => void
}

/** Two people saved the same document: both texts, and the choice between them. */
export function ConflictDialog({ conflict, onSettle }: ConflictDialogProps) {
  const { t } = useTranslation('studio')
  const formatInstant = useInstant()
  const changes = changedFiles(conflict.theirs, conflict.yours)
  const [file, setFile] = useState(changes[0]?.file ?? '')
  return (
    <Dialog
      open
      onOpenChange={() => onSettle('later')}
      size="large"
      title={t('conflict.title')}
      description={t('conflict.text', {
        version: conflict.draftVersion,
        when: formatInstant(conflict.savedAt),
      })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={() => onSettle('later')}>{t('cancel')}</Button>
          <Button onClick={() => onSettle('theirs')}>{t('conflict.takeTheirs')}</Button>
          <Button tone="primary" onClick={() => onSettle('mine')}>
            {t('conflict.keepMine')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label={t('conflict.file')}>
          {(control) => (
            <SelectInput {...control} value={file} onChange={(event) => setFile(event.target.value)}>
              {changes.map((change) => (
                <option key={change.file}>{change.file}</option>
              ))}
            </SelectInput>
          )}
        </Field>
        <section className="grid gap-1.5">
          <h3 className="text-sm font-medium">{t('conflict.differs')}</h3>
          <DiffView key={file} open changes={changes.filter((change) => change.file === file)} />
        </section>
        <div className="grid gap-4 lg:grid-cols-2">
          <Side label={t('conflict.yours')} text={conflict.yours[file] ?? ''} />
          <Side label={t('conflict.theirs')} text={conflict.theirs[file] ?? ''} />
        </div>
      </div>
    </Dialog>
  )
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <label className="grid gap-1.5 text-sm font-medium">
      <span>{label}</span>
      <textarea
        readOnly
        value={text}
        spellCheck={false}
        className="h-72 w-full resize-y rounded-lg bg-surface p-3 font-mono text-xs leading-relaxed font-normal ring-1 ring-line-strong ring-inset"
      />
    </label>
  )
}
