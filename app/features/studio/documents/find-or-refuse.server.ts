import type { Executor } from '#db/client'
import { findDocument, findDraftVersion, lockDocument } from '#db/queries/documents'
import type { DocumentRow, DraftVersion } from '#db/queries/documents'
import type { DocumentKind } from '~/domain/content/kinds'
import { next } from '~/domain/content/lifecycle'
import type { DocumentAction } from '~/domain/content/lifecycle'
import type { DocumentStatus } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'

interface Named {
  kind: DocumentKind
  slug: string
}

/** @throws DomainError `not-found` */
export async function readOrRefuse(db: Executor, named: Named): Promise<DocumentRow> {
  return present(await findDocument(db, named.kind, named.slug), named)
}

/** As `readOrRefuse`, without the files. */
export async function readVersionOrRefuse(db: Executor, named: Named): Promise<DraftVersion> {
  return present(await findDraftVersion(db, named.kind, named.slug), named)
}

/** As `readOrRefuse`, and locks the document until the transaction ends. */
export async function lockOrRefuse(tx: Executor, named: Named): Promise<DocumentRow> {
  return present(await lockDocument(tx, named.kind, named.slug), named)
}

/**
 * The status after the action.
 * @throws DomainError `conflict` when a document of this status does not take it.
 */
export function statusAfter(document: DocumentRow, action: DocumentAction): DocumentStatus {
  const status = next(document.status, action)
  if (status) return status
  throw new DomainError('conflict', `A document that is ${document.status} does not take “${action}”.`, {
    status: document.status,
    action,
  })
}

function present<Row>(document: Row | null, { kind, slug }: Named): Row {
  if (document) return document
  throw new DomainError('not-found', `There is no ${kind} “${slug}”.`, { kind, slug })
}
