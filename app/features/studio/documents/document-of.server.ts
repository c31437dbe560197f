import { isDocumentKind, isSlug } from '~/domain/content/kinds'
import type { DocumentKind } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'

/** The document at an address. @throws DomainError `not-found` */
export function documentOf(params: { kind?: string; slug?: string }): { kind: DocumentKind; slug: string } {
  const { kind, slug } = params
  if (isDocumentKind(kind) && slug !== undefined && isSlug(slug)) return { kind, slug }
  throw new DomainError('not-found', 'There is no such document.')
}
