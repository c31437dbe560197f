import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { Dialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { CommandResult } from '../../documents/document-commands'
import { DiffView } from '../../revisions/components/diff-view'
import type { EditorDocument } from './document-view'
import type { Draft } from './use-draft'
import type { DraftProof } from '../../proof/components/use-proof'
import { PurgeNotice } from './purge-notice'
import { errorsOf, PublishFindings } from './publish-findings'

interface PublishDialogProps {
  document: EditorDocument
  name: string
  draft: Draft
  proof: DraftProof
  result: CommandResult | null
  isBusy: boolean
  onPublish: (note: string) => void
  onGo: (problem: FileProblem) => void
  onClose: () => void
}

/** Shows what will go live, its proof and a field for the reason, before publishing. */
export function PublishDialog(props: PublishDialogProps) {
  const { document, name, draft, proof, result, isBusy, onPublish, onGo, onClose } = props
  const { t } = useTranslation('studio')
  const [note, setNote] = useState('')
  const form = useId()
  const isDirty = draft.dirty.length > 0
  const isUnchanged = document.isChecked && document.changes.length === 0 && document.status === 'published'
  const isReady = document.isChecked && !isDirty && !proof.isRunning
  const canPublish = isReady && !isUnchanged && errorsOf(document).length === 0
  const go = (problem: FileProblem) => {
    onClose()
    onGo(problem)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('publish.title', { name })}
      description={t('publish.next', { number: (document.live?.number ?? 0) + 1 })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button tone="primary" type="submit" form={form} busy={isBusy} disabled={!canPublish}>
            {t('publish.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          onPublish(note)
        }}
      >
        {isDirty ? <UnsavedNotice draft={draft} /> : null}
        <PurgeNotice leaving={document.leaving} />
        <PublishFindings document={document} proof={proof} result={result} onGo={go} />
        <Field label={t('publish.note')} hint={t('publish.noteHint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <Changes document={document} />
      </form>
    </Dialog>
  )
}

function UnsavedNotice({ draft }: { draft: Draft }) {
  const { t } = useTranslation('studio')
  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" busy={draft.isSaving} onClick={draft.save}>
          {t('publish.saveFirst')}
        </Button>
      }
    >
      {t('publish.unsaved')}
    </Notice>
  )
}

function Changes({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('studio')
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium">{t('publish.changes')}</h3>
      {document.changes.length === 0 ? (
        <p className="text-sm text-muted">{t(document.isChecked ? 'changes.none' : 'changes.running')}</p>
      ) : null}
      {document.live ? (
        <DiffView changes={document.changes} />
      ) : (
        <p className="text-sm text-muted">{t('changes.first')}</p>
      )}
      {document.kind === 'demo' && document.live ? (
        <p className="text-xs text-faint">{t('publish.running')}</p>
      ) : null}
    </section>
  )
}
