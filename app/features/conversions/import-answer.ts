import type { Unreadable } from './csv/unreadable'
import type { FileResult } from './row-result'

/** A file as the page shows it: the rows that ask for attention, and how many there are in all. */
export type ShownFile = FileResult & { count: number }

/** `content` is the file itself, in base64, so that it can be sent again to be imported. */
export type CheckedFile = ShownFile & { content: string }

/** What the server said of the last step. */
export type ImportAnswer =
  | { unreadable: Unreadable | 'missing' }
  | { changed: true }
  | { checked: CheckedFile }
  | { imported: ShownFile }
