import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { CommandResult } from '../../documents/document-commands'
import { ConfirmDialog } from '../../documents/components/confirm-dialog'
import type { Alternative, EditorDocument } from './document-view'
import { useDocumentCommand } from '../../documents/components/use-document-command'
import type { Draft } from './use-draft'
import type { DraftProof } from '../../proof/components/use-proof'
import type { EditorDialog } from './editor-dialog'
import { PublishDialog } from './publish-dialog'
import { RetireDialog } from './retire-dialog'

interface EditorDialogsProps {
  dialog: EditorDialog | null
  document: EditorDocument
  name: string
  draft: Draft
  proof: DraftProof
  alternatives: Alternative[]
  onGo: (problem: FileProblem) => void
  /** Of the last command since a dialog was opened. */
  result: CommandResult | null
  onResult: (result: CommandResult) => void
  onClose: () => void
}

/** The dialog that is open. Each sends one command and closes when that was done; publishing stays open when refused. */
export function EditorDialogs(props: EditorDialogsProps) {
  const { dialog, document, name, draft, alternatives, onClose } = props
  const { t } = useTranslation('studio')
  const onResult = (result: CommandResult) => {
    if (result.ok || dialog !== 'publish') onClose()
    props.onResult(result)
  }
  const command = useDocumentCommand(`change ${document.kind}/${document.slug}`, onResult)
  const { run, isBusy } = command
  switch (dialog) {
    case null:
      return null
    case 'publish':
      return (
        <PublishDialog
          {...props}
          isBusy={isBusy}

          onPublish={(note) => run('publish', { draftVersion: draft.base.version, note })}
        />
      )
    case 'retire':
      return (
        <RetireDialog
          {...{ document, name, alternatives, isBusy, onClose }}
          onRetire={(insteadSlug) => run('retire', { insteadSlug })}
        />
      )
    case 'restore':
      return (
        <ConfirmDialog
          open
          busy={isBusy}
          onOpenChange={onClose}
          title={t('restore.title', { name })}
          description={t('restore.text')}
          confirm={t('restore.confirm')}
          onConfirm={() => run('restore')}
        />
      )
    case 'delete':
      return (
        <ConfirmDialog
          open
          danger
          busy={isBusy}
          onOpenChange={onClose}
          title={t('delete.title', { name })}
          description={t('delete.text')}
          confirm={t('delete.confirm')}
          onConfirm={() => {
            // Typed text is discarded too, so that no unsaved changes block leaving the page.
            draft.send({ type: 'take', ...draft.base })
            run('delete', { draftVersion: draft.base.version })
          }}
        />
      )
    case 'discard':
      return (
        <DiscardDialog
          {...props}
          isBusy={isBusy}
          onDiscard={() => run('discard', { draftVersion: draft.base.version })}
        />
      )
  }
}

function DiscardDialog({
  document,
  draft,
  isBusy,
  onDiscard,
  onClose,
}: EditorDialogsProps & { isBusy: boolean; onDiscard: () => void }) {
  const { t } = useTranslation('studio')
  return (
    <ConfirmDialog
      open
      danger
      busy={isBusy}
      onOpenChange={onClose}
      title={t('discard.title')}
      description={t('discard.text', { number: document.live?.number ?? 0 })}
      confirm={t('discard.confirm')}
      onConfirm={() => {
        // Typed text is discarded too, so that the page shows the restored draft.
        draft.send({ type: 'take', ...draft.base })
        onDiscard()
      }}
    />
  )
}
