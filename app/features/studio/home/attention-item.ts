import type { DocumentSummary } from '~/domain/content/document-summary'

/** A document that needs attention, and why. */
export interface AttentionItem {
  document: DocumentSummary
  /** Errors that keep the draft from being published. */
  errors: number
  /** The draft's proof failed. */
  proofFailed: boolean
  /** Texts that some language lacks. */
  missingTexts: number
  /** Other warnings, such as texts that are too long. */
  warnings: number
  /** The draft differs from what is live, or was never published. */
  unpublished: boolean
}
