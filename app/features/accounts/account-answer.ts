import type { InputIssue } from '~/domain/error-details'
import type { DomainError } from '~/domain/errors'

/** The response of an account action when the page stays: what went wrong, or a link that is shown once. */
export type AccountAnswer =
  { problem: AccountProblem } | { invitation: string } | { done: string; count?: number }

/** The texts are `problem.<name>` in the locale files. */
export type AccountProblem = 'name' | 'domain' | 'domainTaken' | 'merged' | 'nobody' | 'gone'

/** The key of the text for a refusal; null for one that the page does not explain. */
export function accountProblem(error: DomainError): AccountProblem | null {
  if (error.code === 'invalid-input') return inputProblem(error.details.issues ?? [])
  if (error.code === 'conflict') return error.details.at === 'domain' ? 'domainTaken' : 'merged'
  return error.code === 'not-found' ? 'gone' : null
}

function inputProblem(issues: readonly InputIssue[]): AccountProblem {
  if (issues.some(({ at }) => at === 'domain')) return 'domain'
  return issues.some(({ at }) => at.startsWith('visitors')) ? 'nobody' : 'name'
}
