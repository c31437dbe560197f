import type { DocumentKind } from '~/domain/content/kinds'

/** True for documents whose page, once retired, tells a visitor what to go to instead. */
export function leadsOn(kind: DocumentKind): boolean {
  return kind === 'demo' || kind === 'help' || kind === 'page'
}
