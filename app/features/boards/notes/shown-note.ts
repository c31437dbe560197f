/** A note as the page of a trial shows it. */
export interface ShownNote {
  id: string
  text: string
  author: string
  at: Date
  changedAt: Date | null
  version: number
  /** Written by who reads. */
  isOwn: boolean
}

/** What a form of the notes did, so that it can be undone. */
export type NoteAnswer =
  | { did: 'change'; note: string; version: number; before: string }
  | { did: 'remove'; note: string; version: number }
  | { did: 'conflict' }
