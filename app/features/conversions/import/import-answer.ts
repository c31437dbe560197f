import type { Unreadable } from '~/platform/csv/unreadable'
import type { FileResult } from './row-result'

/** The preview of a file: the rows that need attention, and the totals. */
export type ShownFile = FileResult & { count: number }

/** `content` is the file in base64, so that it can be sent again for the import. */
export type CheckedFile = ShownFile & { content: string }

/** What the server said of the last step. */
export type ImportAnswer =
  | { unreadable: Unreadable | 'missing' }
  | { changed: true }
  | { checked: CheckedFile }
  | { imported: ShownFile }
