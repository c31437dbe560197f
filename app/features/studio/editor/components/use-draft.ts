import { useEffect, useReducer, useRef, useState } from 'react'
import type { DocumentFiles } from '~/domain/content/kinds'
import type { CommandResult, DraftConflictView } from '../../documents/document-commands'
import { beginDraft, dirtyFiles, nextDraft } from '../draft-state'
import type { DraftEvent, DraftState } from '../draft-state'
import type { EditorDocument } from './document-view'
import { useDocumentCommand } from '../../documents/components/use-document-command'

export interface Draft extends DraftState {
  dirty: string[]
  isSaving: boolean
  /** Why the last save did not go through, if it did not. */
  refusal: string | null
  conflict: DraftConflictView | null
  send: (event: DraftEvent) => void
  save: () => void
  /** Resolves a conflict: our text over theirs, or theirs over ours. */
  settle: (how: 'mine' | 'theirs' | 'later') => void
}

/** The working copy of a document and how it is saved. */
export function useDraft(document: EditorDocument): Draft {
  const [state, send] = useReducer(nextDraft, document, (one) => beginDraft(one.draftVersion, one.files))
  const [conflict, setConflict] = useState<DraftConflictView | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const sent = useRef<DocumentFiles>(state.files)
  const onResult = (result: CommandResult) => {
    setRefusal(result.ok || result.conflict ? null : result.message)
    setConflict(result.ok ? null : result.conflict)
    if (result.ok && result.draftVersion)
      send({ type: 'saved', version: result.draftVersion, files: sent.current })
  }
  const command = useDocumentCommand(`save ${document.kind}/${document.slug}`, onResult)
  useEffect(() => {
    send({ type: 'seen', version: document.draftVersion, files: document.files })
  }, [document.draftVersion, document.files])
  const dirty = dirtyFiles(state)

  function post(version: number, files: DocumentFiles): void {
    sent.current = files
    command.run('save', { draft: JSON.stringify({ draftVersion: version, files }) })
  }

  function settle(how: 'mine' | 'theirs' | 'later'): void {
    const met = conflict
    setConflict(null)
    if (!met || how === 'later') return
    const theirs = { version: met.draftVersion, files: met.theirs }
    send(how === 'mine' ? { type: 'rebase', ...theirs } : { type: 'take', ...theirs })
    if (how === 'mine') post(met.draftVersion, state.files)
  }

  return {
    ...state,
    dirty,
    isSaving: command.isBusy,
    refusal,
    conflict,
    send,
    save: () => (dirty.length > 0 && !command.isBusy ? post(state.base.version, state.files) : undefined),
    settle,
  }
}
