import type { DocumentStatus } from '~/domain/content/kinds'

/** The number of documents by status. A document in review counts as a draft. */
export function countByStatus(
  documents: readonly { status: DocumentStatus }[],
): Record<'published' | 'draft' | 'retired', number> {
  const count = (...statuses: DocumentStatus[]) =>
    documents.filter((document) => statuses.includes(document.status)).length
  return { published: count('published'), draft: count('draft', 'in-review'), retired: count('retired') }
}
