import { v7 as uuidv7 } from 'uuid'
import { parse, stringify } from 'yaml'
import type { Database } from '#db/client'
import { insertDocument, setLiveRevision, setStatus } from '#db/queries/documents'
import { findDocument } from '#db/queries/documents'
import { insertRevision, nextRevisionNumber } from '#db/queries/revisions'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import { demoSchema } from '~/domain/demo/format/schema'
import type { Demo } from '~/domain/demo/format/schema'

export interface PublishedDemo {
  documentId: string
  revisionId: string
  demo: Demo
}

/** Publishes a demo with its proof. Publishing the same slug again creates its next revision. */
export async function publishDemo(db: Database, source: string): Promise<PublishedDemo> {
  const demo = demoSchema.parse(parse(source))
  const change = { at: new Date(), by: null }
  const fresh = {
    id: uuidv7(),
    kind: 'demo' as const,
    slug: demo.slug,
    status: 'draft' as const,
    draftFiles: {},
  }
  const document = (await insertDocument(db, fresh)) ?? (await findDocument(db, 'demo', demo.slug))
  if (!document) throw new Error(`There is no document ${demo.slug}`)
  const revisionId = uuidv7()
  await insertRevision(db, {
    id: revisionId,
    documentId: document.id,
    number: await nextRevisionNumber(db, document.id),
    contentHash: revisionId,
    files: { 'demo.yaml': source },
    body: { demo },
    rendered: {},
    proof: prove(compileDemo(demo)),
  })
  await setLiveRevision(db, { ...change, id: document.id, revisionId })
  return { documentId: document.id, revisionId, demo }
}

export async function retireDemo(
  db: Database,
  documentId: string,
  insteadSlug: string | null,
): Promise<void> {
  await setStatus(db, { id: documentId, status: 'retired', insteadSlug, at: new Date(), by: null })
}

/** Publishes a singleton document of one YAML file. */
export async function publishYaml(
  db: Database,
  kind: 'plans' | 'scenarios' | 'audiences' | 'settings',
  body: Record<string, unknown>,
): Promise<void> {
  const document = { id: uuidv7(), kind, slug: kind, status: 'draft' as const, draftFiles: {} }
  await insertDocument(db, document)
  const revisionId = uuidv7()
  await insertRevision(db, {
    ...{ id: revisionId, documentId: document.id, number: 1, contentHash: revisionId },
    ...{ files: { [`${kind}.yaml`]: stringify(body) }, body, rendered: {} },
  })
  await setLiveRevision(db, { at: new Date(), by: null, id: document.id, revisionId })
}
