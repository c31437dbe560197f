/** The response of an account action when the page stays: what went wrong, or a link that is shown once. */
export type AccountAnswer =
  { problem: AccountProblem } | { invitation: string } | { done: string; count?: number }

/** The texts are `problem.<name>` in the locale files. */
export type AccountProblem = 'name' | 'domain' | 'domainTaken' | 'merged' | 'nobody' | 'gone'

interface Refusal {
  code: string
  details: Record<string, unknown>
}

/** The key of the text for a refusal; null for one that the page does not explain. */
export function accountProblem({ code, details }: Refusal): AccountProblem | null {
  if (code === 'invalid-input') return places(details).includes('domain') ? 'domain' : inputProblem(details)
  if (code === 'conflict') return details['at'] === 'domain' ? 'domainTaken' : 'merged'
  return code === 'not-found' ? 'gone' : null
}

const inputProblem = (details: Refusal['details']): AccountProblem =>
  places(details).some((at) => at.startsWith('visitors')) ? 'nobody' : 'name'

function places(details: Refusal['details']): string[] {
  const issues = details['issues']
  return Array.isArray(issues) ? issues.map((issue: { at?: unknown }) => String(issue.at)) : []
}
