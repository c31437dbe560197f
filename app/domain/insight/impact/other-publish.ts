import type { DocumentKind } from '../../content/kinds'

/** A revision of another document, by when it went live. */
export interface OtherPublish {
  kind: DocumentKind
  slug: string
  number: number
  at: Date
}
