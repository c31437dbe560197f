import { and, eq, lt } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { idempotentAnswer } from '#db/schema/api'

export type IdempotentAnswerRow = typeof idempotentAnswer.$inferSelect
type AnswerKey = Pick<IdempotentAnswerRow, 'keyId' | 'key'>

const isAnswer = ({ keyId, key }: AnswerKey) =>
  and(eq(idempotentAnswer.keyId, keyId), eq(idempotentAnswer.key, key))

/**
 * Claims a key for the request of this transaction; false when it is taken. Waits while another transaction holds it.
 * Served by the primary key.
 */
export async function claimAnswer(
  db: Executor,
  row: Pick<IdempotentAnswerRow, 'keyId' | 'key' | 'requestHash' | 'createdAt'>,
): Promise<boolean> {
  const claimed = await db
    .insert(idempotentAnswer)
    .values({ ...row, status: 0, body: {} })
    .onConflictDoNothing()
    .returning({ key: idempotentAnswer.key })
  return claimed.length > 0
}

/** Served by the primary key. */
export async function findAnswer(db: Executor, key: AnswerKey): Promise<IdempotentAnswerRow | null> {
  const rows = await db.select().from(idempotentAnswer).where(isAnswer(key))
  return rows[0] ?? null
}

/** Stores the answer of a key that the caller has claimed. Served by the primary key. */
export async function saveAnswer(
  db: Executor,
  key: AnswerKey,
  answer: Pick<IdempotentAnswerRow, 'status' | 'body'>,
): Promise<void> {
  await db.update(idempotentAnswer).set(answer).where(isAnswer(key))
}

/** Deletes answers older than an instant. Served by idempotent_answer_created_idx. */
export async function deleteAnswersBefore(db: Executor, before: Date): Promise<void> {
  await db.delete(idempotentAnswer).where(lt(idempotentAnswer.createdAt, before))
}
