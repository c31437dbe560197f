import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { idempotentAnswer } from '#db/schema/api'
import { auditEntry } from '#db/schema/content'

/** Ids of a visitor's records by which other tables may mention them. */
export interface Mentioned {
  trialIds: readonly string[]
  conversionIds: readonly string[]
  askIds: readonly string[]
}

/**
 * Removes from audit entries whose trial or conversion they were about and any words; what was done, by whom and when
 * stays. Returns the number of entries. Served by audit_entry_subject_idx.
 */
export async function forgetInAudit(
  db: Executor,
  { trialIds, conversionIds, askIds }: Mentioned,
): Promise<number> {
  const subjects = { trial: trialIds, conversion: conversionIds, ask: askIds }
  let changed = 0
  for (const [kind, ids] of Object.entries(subjects)) {
    if (ids.length === 0) continue
    const rows = await db
      .update(auditEntry)
      .set({ subjectId: '', data: { erased: true } })
      .where(and(eq(auditEntry.subjectKind, kind), inArray(auditEntry.subjectId, [...ids])))
      .returning({ id: auditEntry.id })
    changed += rows.length
  }
  return changed
}

/**
 * Removes a visitor's conversions from stored answers to repeated requests: such an answer keeps the state of each,
 * but not which it was. Reads the whole table, which holds two days.
 */
export async function forgetInAnswers(db: Executor, conversionIds: readonly string[]): Promise<void> {
  if (conversionIds.length === 0) return
  const names = sql.join(
    conversionIds.map((id) => sql`${id}`),
    sql`, `,
  )
  const found = await db
    .select()
    .from(idempotentAnswer)
    .where(
      sql`exists (select from jsonb_path_query(${idempotentAnswer.body}, '$.**.id') as named where named #>> '{}' in (${names}))`,
    )
    .for('update')
  const gone = new Set(conversionIds)
  for (const { keyId, key, body } of found) {
    await db
      .update(idempotentAnswer)
      .set({ body: withoutNamed(body, gone) })
      .where(and(eq(idempotentAnswer.keyId, keyId), eq(idempotentAnswer.key, key)))
  }
}

/** The same JSON without the ids and external ids of these records. */
function withoutNamed(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutNamed(one, ids))
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutNamed(inner, ids)]),
  )
  return typeof copy.id === 'string' && ids.has(copy.id)
    ? { ...copy, id: null, ...('externalId' in copy && { externalId: null }) }
    : copy
}
