import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#db/client'
import { document, revision } from '#db/schema/content'
import { split } from '#db/schema/split'

/** A running split of a document of its own. Returns its id. */
export async function insertSplitRow(db: Database): Promise<string> {
  const [id, documentId, revisionId] = [uuidv7(), uuidv7(), uuidv7()]
  await db
    .insert(document)
    .values({ id: documentId, kind: 'demo', slug: id, status: 'draft', draftFiles: {} })
  const contents = { contentHash: '', files: {}, body: {}, rendered: {} }
  await db.insert(revision).values({ ...contents, id: revisionId, documentId, number: 1 })
  const plan = { measure: 'finished' as const, variantShare: 0.5, followUpDays: 7, baseline: 0.4, least: 0.1 }
  const begun = { name: 'Split', salt: 'salt', startedAt: new Date(0), startedBy: 'test' }
  await db.insert(split).values({ ...plan, ...begun, id, documentId, controlRevisionId: revisionId })
  return id
}
