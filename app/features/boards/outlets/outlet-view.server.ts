import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { servedBoard } from '../tables/served-boards.server'

type Parameters = Record<string, string>

/** A view of a board as the address of its page says it. */
export const boardViewSchema = z.object({
  board: z.string().max(40),
  parameters: z.record(z.string().max(40), z.string().max(4_000)),
})

/** Names companies, or says who it is about. */
const NAMES = /account|visitor|search/

/**
 * Refuses views that speak of single trials or of named companies.
 * @throws DomainError `not-found`, `invalid-input`
 */
export function refusePersonal({ board, parameters }: z.output<typeof boardViewSchema>): void {
  const isPersonal = servedBoard(board).permission === 'trials.read'
  const { account, by, and, search } = parameters
  const names = [account && 'account', search && 'search', by, and].filter((one) => one && NAMES.test(one))
  if (!isPersonal && names.every((one) => one === 'visitors')) return
  throw new DomainError('invalid-input', 'personal', { issues: [{ at: 'view', message: 'personal' }] })
}

/** The same view whenever it is read: without a moment and without fixed days. */
export function rollingParameters({ from: _from, to: _to, asOf: _asOf, ...kept }: Parameters): Parameters {
  return kept
}
