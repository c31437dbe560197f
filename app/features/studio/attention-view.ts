import type { DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import type { Text } from '~/domain/text'

/** A document in a list, as the studio's pages get it. */
export interface SummaryView {
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

/** A document that somebody should look at, and why. */
export interface AttentionView {
  document: SummaryView
  errors: number
  proofFailed: boolean
  missingTexts: number
  warnings: number
  unpublished: boolean
}
