import type { Text } from '~/domain/text'
import type { DocumentView, LiveView } from '../read-document.server'

/** A document as its editor gets it from the server. */
export interface EditorDocument extends Omit<DocumentView, 'id' | 'live'> {
  live: Pick<LiveView, 'number' | 'publishedAt'> | null
}

/** Something published of the same kind, which a visitor may be sent to. */
export interface Alternative {
  slug: string
  title: Text | null
}
