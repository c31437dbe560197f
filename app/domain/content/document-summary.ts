import type { Text } from '../text'
import type { DocumentKind, DocumentStatus } from './kinds'

/** A document as a list shows it: no files, but its live title and whether the draft differs from what is live. */
export interface DocumentSummary {
  id: string
  kind: DocumentKind
  slug: string
  status: DocumentStatus
  title: Text | null
  draftVersion: number
  draftDiffers: boolean
  liveNumber: number | null
  publishedAt: Date | null
  updatedAt: Date
  updatedBy: string | null
}
