import { useEffect, useReducer, useRef, useState } from 'react'
import type { DocumentFiles } from '~/domain/content/kinds'
import { mergeDrafts, withMine } from '~/domain/content/merge/merge-drafts'
import type { Clash } from '~/domain/content/merge/merge-drafts'
import type { CommandResult, DraftConflictView } from '../../documents/document-commands'
import { beginDraft, dirtyFiles, nextDraft } from '../draft-state'
import type { DraftEvent, DraftState } from '../draft-state'
import type { EditorDocument } from './document-view'
import { useDocumentCommand } from '../../documents/components/use-document-command'

/** The pause after a change before it is saved, and after a save that did not go through. */
const PAUSE_MS = { changed: 1_500, failed: 10_000 }

/** A save met a newer draft, and both changed the same places. */
export interface DraftConflict extends Pick<DraftConflictView, 'draftVersion' | 'savedAt' | 'savedBy'> {
  clashes: Clash[]
  /** Both drafts in one, with their side at the clashes. */
  merged: DocumentFiles
}

export interface Draft extends DraftState {
  dirty: string[]
  isSaving: boolean
  /** Why the last save did not go through, if it did not. */
  refusal: string | null
  conflict: DraftConflict | null
  /** Whose changes were merged into this draft; null when there were none. */
  mergedWith: { name: string | null } | null
  send: (event: DraftEvent) => void
  save: () => void
  /** Resolves a conflict: my side at these clashes and their side at the others; null leaves it for later. */
  settle: (mine: readonly Clash[] | null) => void
}

/** The working copy of a document. It saves itself shortly after the last change, by compare-and-set. */
export function useDraft(document: EditorDocument): Draft {
  const [state, send] = useReducer(nextDraft, document, (one) => beginDraft(one.draftVersion, one.files))
  const [conflict, setConflict] = useState<DraftConflict | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [mergedWith, setMergedWith] = useState<Draft['mergedWith']>(null)
  const sent = useRef<DocumentFiles>(state.files)
  const latest = useRef(state)
  latest.current = state
  const onResult = (result: CommandResult) => {
    if (result.ok) {
      setRefusal(null)
      if (result.draftVersion) send({ type: 'saved', version: result.draftVersion, files: sent.current })
    } else if (result.conflict) merge(result.conflict)
    else setRefusal(result.message)
  }
  const command = useDocumentCommand(`save ${document.kind}/${document.slug}`, onResult)
  useEffect(() => {
    send({ type: 'seen', version: document.draftVersion, files: document.files })
  }, [document.draftVersion, document.files])
  const dirty = dirtyFiles(state)

  function post(version: number, files: DocumentFiles, isAuto: boolean): void {
    sent.current = files
    command.run('save', { draft: JSON.stringify({ draftVersion: version, files, isAuto }) })
  }

  /** Merges what somebody else saved. Only places that both changed are asked about. */
  function merge({ draftVersion, theirs, savedAt, savedBy }: DraftConflictView): void {
    const { base, files } = latest.current
    const { files: merged, clashes } = mergeDrafts(base.files, files, theirs)
    const theirDraft = { version: draftVersion, files: theirs }
    if (clashes.length > 0) return setConflict({ draftVersion, savedAt, savedBy, clashes, merged })
    send({ type: 'merge', base: theirDraft, files: merged })
    setMergedWith({ name: savedBy })
    post(draftVersion, merged, true)
  }

  function settle(mine: readonly Clash[] | null): void {
    const met = conflict
    setConflict(null)
    if (!met || mine === null) return setRefusal(null)
    const files = withMine(met.merged, mine)
    send({ type: 'merge', base: { version: met.draftVersion, files: met.merged }, files })
    post(met.draftVersion, files, false)
  }

  const save = (isAuto: boolean) => {
    if (dirty.length > 0 && !command.isBusy && !conflict) post(state.base.version, state.files, isAuto)
  }
  useAutosave(
    { ...state, isDirty: dirty.length > 0, isBusy: command.isBusy, isHeld: conflict !== null },
    save,
  )

  return {
    ...state,
    dirty,
    isSaving: command.isBusy,
    refusal,
    conflict,
    mergedWith,
    send,
    save: () => save(false),
    settle,
  }
}

interface Autosaved {
  files: DocumentFiles
  isDirty: boolean
  isBusy: boolean
  /** A conflict waits for an answer. */
  isHeld: boolean
}

/** Saves after a pause, and at once when the page is left for another window. What failed is tried again later. */
function useAutosave({ files, isDirty, isBusy, isHeld }: Autosaved, save: (isAuto: boolean) => void): void {
  const tried = useRef<DocumentFiles | null>(null)
  const saveNow = useRef(save)
  saveNow.current = save
  const isReady = isDirty && !isBusy && !isHeld
  useEffect(() => {
    if (!isReady) return
    const run = () => {
      tried.current = files
      saveNow.current(true)
    }
    const timer = setTimeout(run, tried.current === files ? PAUSE_MS.failed : PAUSE_MS.changed)
    const onHide = () => (document.visibilityState === 'hidden' ? run() : undefined)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [files, isReady])
}
