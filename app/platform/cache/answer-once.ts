import { createHash } from 'node:crypto'
import type { Executor } from '#db/client'
import { claimAnswer, findAnswer, saveAnswer } from '#db/queries/idempotent-answers'
import { DomainError } from '~/domain/errors'

export interface OnceAnswer {
  status: number
  body: unknown
}

export interface OnceRequest {
  /** Whose key it is: two systems may use the same one. */
  keyId: string
  /** The Idempotency-Key header. */
  key: string
  /** What is asked, as JSON. */
  asked: unknown
  now: Date
}

/** Responses are stored for two days. */
export const ANSWERS_KEPT_MS = 48 * 60 * 60 * 1000

/**
 * Does the work once for an Idempotency-Key, in the caller's transaction. The same request again, even at the same
 * time, gets the same response and changes nothing.
 *
 * @throws DomainError `idempotency-mismatch` when the key was used for another request. When the work itself fails, its
 *   error is rethrown and the key stays unused.
 */
export async function answerOnce(
  tx: Executor,
  { keyId, key, asked, now }: OnceRequest,
  work: () => Promise<OnceAnswer>,
): Promise<OnceAnswer & { replayed: boolean }> {
  const requestHash = createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
  if (await claimAnswer(tx, { keyId, key, requestHash, createdAt: now })) {
    const answer = await work()
    await saveAnswer(tx, { keyId, key }, answer)
    return { ...answer, replayed: false }
  }
  const kept = await findAnswer(tx, { keyId, key })
  if (kept?.requestHash !== requestHash) {
    const message = 'This Idempotency-Key was sent with another request before: make a new one.'
    throw new DomainError('idempotency-mismatch', message)
  }
  return { status: kept.status, body: kept.body, replayed: true }
}
