import type { DomainError } from '~/domain/errors'

/** Why something was not saved or removed, as the page says it. */
export type SavedProblem =
  | { problem: 'name' | 'taken' | 'body' | 'gone' }
  | { problem: 'used'; usedBy: string[] }
  /** Somebody changed it meanwhile: their version, and who made it. */
  | { problem: 'changed'; version: number; name: string; body: string; by: string }

type ConflictDetails = Extract<DomainError, { code: 'conflict' }>['details']

/** The problem that a refusal is; null for one that the page does not explain. */
export function savedProblem(error: DomainError): SavedProblem | null {
  if (error.code === 'not-found') return { problem: 'gone' }
  if (error.code === 'conflict') return conflictProblem(error.details)
  if (error.code !== 'invalid-input') return null
  const ofName = (error.details.issues ?? []).some(({ at }) => at.startsWith('name'))
  return { problem: ofName ? 'name' : 'body' }
}

function conflictProblem({ at, usedBy = [], theirs, draftVersion: version }: ConflictDetails): SavedProblem {
  if (at === 'used') return { problem: 'used', usedBy: usedBy.map(({ slug }) => slug) }
  if (at === 'name') return { problem: 'taken' }
  if (version === undefined || !theirs) return { problem: 'gone' }
  const { name = '', body = '{}', by = '' } = theirs
  return { problem: 'changed', version, name, body, by }
}
