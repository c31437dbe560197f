import type { Text } from '~/domain/text'
import type { Findings } from '../../checks/findings'
import type { DocumentDetail, LiveView } from '../../documents/read-document.server'

/** A document as the server gives it. */
export interface ServedDocument extends Omit<DocumentDetail, 'id' | 'live'> {
  live: Pick<LiveView, 'number' | 'publishedAt'> | null
  /** For the settings: what their retention would delete in addition. */
  leaving: { trials: number; traces: number } | null
}

/** A document as its editor shows it. */
export interface EditorDocument extends Omit<ServedDocument, 'findings'>, Findings {
  /** False while the checks of the saved draft still run: then no problems and no changes are known. */
  isChecked: boolean
}

/** Something published of the same kind, which a visitor may be sent to. */
export interface Alternative {
  slug: string
  title: Text | null
}
