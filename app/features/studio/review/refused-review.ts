import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DomainError } from '~/domain/errors'

/** Why a form of the review page was refused, as the page shows it. */
export interface RefusedReview {
  reason: 'four-eyes' | 'changed' | 'moment' | 'place' | 'proof' | 'other'
  /** For developers, in English. */
  message: string
  problems: FileProblem[]
}

/** The refusal of a form; null for one that the page does not explain. */
export function refusedReview(error: DomainError): RefusedReview | null {
  const { message } = error
  switch (error.code) {
    case 'conflict':
      return { reason: error.details.reason ?? 'changed', message, problems: [] }
    case 'invalid-input':
      return { reason: REASONS[error.details.at ?? ''] ?? 'other', message, problems: [] }
    case 'proof-failed':
      return { reason: 'proof', message, problems: error.details.problems as FileProblem[] }
    default:
      return null
  }
}

const REASONS: Partial<Record<string, RefusedReview['reason']>> = { at: 'moment', line: 'place' }
