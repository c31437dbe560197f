import type { DocumentFiles } from '~/domain/content/kinds'
import { changedNames } from '~/domain/content/changed-files'

/** A draft being edited: the server's last known files, and the current ones. */
export interface DraftState {
  base: { version: number; files: DocumentFiles }
  files: DocumentFiles
  /** Increases when texts were replaced or removed, so that editors reload them. */
  generation: number
}

export type DraftEvent =
  | { type: 'edit'; file: string; text: string }
  /** A form changed the files as they are, whatever else was changed in the meantime. */
  | { type: 'change'; change: (files: DocumentFiles) => DocumentFiles }
  | { type: 'remove'; file: string }
  /** The server saved these files as this version. */
  | { type: 'saved'; version: number; files: DocumentFiles }
  /** The server sent a draft: it replaces ours only if nothing would be lost. */
  | { type: 'seen'; version: number; files: DocumentFiles }
  /** The server's draft replaces ours. */
  | { type: 'take'; version: number; files: DocumentFiles }
  /** Ours and the server's draft in one, which is not saved yet. */
  | { type: 'merge'; base: DraftState['base']; files: DocumentFiles }

export function beginDraft(version: number, files: DocumentFiles): DraftState {
  return { base: { version, files }, files, generation: 0 }
}

export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edit':
      return { ...state, files: { ...state.files, [event.file]: event.text } }
    case 'change':
      return { ...state, files: event.change(state.files) }
    case 'remove':
      return { ...state, files: without(state.files, event.file), generation: state.generation + 1 }
    case 'merge':
      return { base: event.base, files: event.files, generation: state.generation + 1 }
    case 'saved':
      return { ...state, base: { version: event.version, files: event.files } }
    case 'seen':
      if (event.version <= state.base.version || isDirty(state)) return state
      return replaced(state, event)
    case 'take':
      return replaced(state, event)
  }
}

/** The files that differ from what the server has. */
export function dirtyFiles(state: DraftState): string[] {
  return changedNames(state.base.files, state.files)
}

export function isDirty(state: DraftState): boolean {
  return dirtyFiles(state).length > 0
}

function replaced(
  state: DraftState,
  { version, files }: { version: number; files: DocumentFiles },
): DraftState {
  return { base: { version, files }, files, generation: state.generation + 1 }
}

function without(files: DocumentFiles, file: string): DocumentFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== file))
}
