import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { Dialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { CommandResult } from '../../document-commands'
import { DiffView } from '../diff-view'
import type { EditorDocument } from '../document-view'
import { ProblemList } from '../problem-list'
import type { Draft } from '../use-draft'
import type { DraftProof } from '../use-proof'
import { ProofLine } from './proof-line'
import { RehearsalLine } from './rehearsal-line'

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

/** What will go live, what the proof says of it, and why: the last look before publishing. */
export function PublishDialog(props: PublishDialogProps) {
  const { document, name, draft, proof, result, isBusy, onPublish, onClose } = props
  const { t } = useTranslation('studio')
  const [note, setNote] = useState('')
  const form = useId()
  const isDirty = draft.dirty.length > 0
  const isRefused = result !== null && !result.ok
  const errors = document.problems.filter((problem) => problem.severity === 'error')
  const isUnchanged = document.changes.length === 0 && document.status === 'published'
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
          <Button
            tone="primary"
            type="submit"
            form={form}
            busy={isBusy}
            disabled={isDirty || proof.isRunning || isUnchanged || errors.length > 0}
          >
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
        {isRefused ? (
          <Refusal {...props} />
        ) : errors.length > 0 ? (
          <Problems {...props} title={t('publish.mendFirst')} problems={errors} />
        ) : null}
        {document.kind === 'demo' && !isRefused && errors.length === 0 ? <ProofLine proof={proof} /> : null}
        {document.kind === 'demo' && document.live && errors.length === 0 ? (
          <RehearsalLine document={document} />
        ) : null}
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

function Refusal(props: PublishDialogProps) {
  const { t } = useTranslation('studio')
  const { result } = props
  if (!result || result.ok) return null
  const title = {
    check: t('publish.refusedCheck'),
    proof: t('publish.refusedProof'),
    none: t('publish.refused'),
  }
  return (
    <Problems {...props} title={title[result.stage ?? 'none']} problems={result.problems}>
      {result.message}
    </Problems>
  )
}

interface ProblemsProps extends Pick<PublishDialogProps, 'onGo' | 'onClose'> {
  title: string
  problems: FileProblem[]
  children?: ReactNode
}

function Problems({ title, problems, children, onGo, onClose }: ProblemsProps) {
  return (
    <div className="grid gap-2">
      <Notice tone="bad" title={title}>
        {children}
      </Notice>
      <ProblemList
        problems={problems}
        onGo={(problem) => {
          onClose()
          onGo(problem)
        }}
      />
    </div>
  )
}

function Changes({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('studio')
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium">{t('publish.changes')}</h3>
      {document.changes.length === 0 ? <p className="text-sm text-muted">{t('changes.none')}</p> : null}
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
