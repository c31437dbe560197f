import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { FormChoices } from '../../forms/form-choices'
import { useShortcuts } from '../../documents/use-shortcuts'
import type { CommandResult } from '../../documents/document-commands'
import { useDocumentName } from '../../documents/components/document-name'
import type { Alternative, ServedDocument } from './document-view'
import { useFindings } from '../../checks/components/use-findings'
import { CheckPanel } from './check-panel'
import { ConflictDialog } from './conflict-dialog'
import { EditorDialogs } from './editor-dialogs'
import { EditorHeader } from './editor-header'
import type { EditorDialog } from './editor-dialog'
import { EditorNotices } from './editor-notices'
import { FileBar } from './file-bar'
import { FileList } from './file-list'
import { FileSelect } from './file-select'
import { PlainPublish } from './plain-publish'
import { SourceEditor } from './source-editor'
import { DraftLanguages } from './draft-languages'
import { DraftForm } from './draft-form'
import { UnsavedGuard } from './unsaved-guard'
import { useEditor } from './use-editor'
import type { Editor, Wanted } from './use-editor'
import { ViewTabs } from './view-tabs'
import { useFileMarks } from './use-file-marks'

interface DocumentEditorProps {
  document: ServedDocument
  alternatives: Alternative[]
  choices: FormChoices
  wanted: Wanted
}

/** The editor of one document: its files, their source, the results of its checks, and publishing. */
export function DocumentEditor({ document: served, alternatives, choices, wanted }: DocumentEditorProps) {
  const document = useFindings(served)
  const name = useDocumentName()(document)
  const editor = useEditor(document, wanted)
  const [dialog, setDialog] = useState<EditorDialog | null>(null)
  const [result, setResult] = useState<CommandResult | null>(null)
  const openDialog = (wanted: EditorDialog) => {
    setResult(null)
    setDialog(wanted)
  }
  const { draft, proof, canEdit } = editor
  useShortcuts({
    'mod+s': draft.save,
    ...(document.actions.includes('publish') ? { p: () => openDialog('publish') } : {}),
  })
  return (
    <div
      className={classNames('flex flex-col gap-4', editor.view === 'source' && 'lg:h-[calc(100dvh-4rem)]')}
    >
      <EditorHeader document={document} name={name} draft={draft} view={editor.view} onOpen={openDialog} />
      <EditorNotices draft={draft} canEdit={canEdit} result={dialog ? null : result} />
      <ViewTabs editor={editor} />
      {editor.view === 'form' ? <DraftForm editor={editor} choices={choices} /> : null}
      {editor.view === 'languages' ? <DraftLanguages editor={editor} /> : null}
      {editor.view === 'source' ? (
        <div className="grid min-h-0 flex-1 gap-4 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
          <Files editor={editor} />
          <div className="flex min-h-0 min-w-0 flex-col gap-3">
            <OpenFile editor={editor} />
            <PlainPublish document={document} />
            <div className="min-h-48 overflow-y-auto lg:flex-[3]">
              <CheckPanel {...editor} isDirty={draft.dirty.length > 0} onGo={editor.go} />
            </div>
          </div>
        </div>
      ) : null}
      <EditorDialogs
        dialog={dialog}
        {...{ document, name, draft, proof, alternatives }}
        onGo={editor.go}
        result={result}
        onResult={setResult}
        onClose={() => setDialog(null)}
      />
      {draft.conflict ? <ConflictDialog conflict={draft.conflict} onSettle={draft.settle} /> : null}
      <UnsavedGuard draft={draft} />
    </div>
  )
}

function Files({ editor }: { editor: Editor }) {
  const { groups, file, checks, draft, canEdit, hrefOf, open, add } = editor
  const marks = useFileMarks(checks.problems, draft.dirty)
  return (
    <>
      <div className="hidden min-h-0 lg:grid">
        <FileList groups={groups} open={file} marks={marks} canEdit={canEdit} hrefOf={hrefOf} onAdd={add} />
      </div>
      <div className="lg:hidden">
        <FileSelect files={Object.keys(draft.files)} open={file} onOpen={open} />
      </div>
    </>
  )
}

function OpenFile({ editor }: { editor: Editor }) {
  const { t } = useTranslation('studio')
  const { document, draft, checks, groups, file, jump, canEdit, remove } = editor
  const problems = checks.problems.filter((problem) => problem.file === file)
  return (
    <div className="flex h-[60dvh] min-h-0 flex-col overflow-hidden rounded-xl bg-surface ring-1 ring-line focus-within:ring-line-strong lg:h-auto lg:flex-[5]">
      <FileBar
        document={document}
        file={file}
        canRemove={canEdit && file !== groups.source}
        onRemove={remove}
      >
        <SourceEditor
          generation={draft.generation}
          file={file}
          label={t('editor.text', { file })}
          text={draft.files[file] ?? ''}
          problems={problems}
          readOnly={!canEdit}
          jump={jump}
          onChange={(changed, text) => draft.send({ type: 'edit', file: changed, text })}
        />
      </FileBar>
    </div>
  )
}
