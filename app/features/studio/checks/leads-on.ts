import type { DocumentKind } from '~/domain/content/kinds'

/** True for documents whose page, once retired, points visitors to a replacement. */
export function leadsOn(kind: DocumentKind): boolean {
  return kind === 'demo' || kind === 'help' || kind === 'page'
}
