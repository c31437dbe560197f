import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { auditEntry } from '#db/schema/content'
import type { AuditAction } from '~/domain/audit/actions'

/** Adds an entry. Only the emitter of the audit calls it (`app/platform/audit`). */
export async function insertAuditEntry(
  db: Executor,
  row: Omit<typeof auditEntry.$inferInsert, 'id' | 'action'> & { action: AuditAction },
): Promise<void> {
  await db.insert(auditEntry).values({ ...row, id: uuidv7() })
}
