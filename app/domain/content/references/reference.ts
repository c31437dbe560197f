import type { DocumentKind } from '../kinds'

/**
 * What a document can refer to. A `demo-plan` is a plan of one demo, `order-to-cash/premium`; an `address` is one that
 * Foyer does not have.
 */
export type Thing =
  | 'demo'
  | 'demo-plan'
  | 'help'
  | 'page'
  | 'plan'
  | 'feature'
  | 'scenario'
  | 'audience'
  | 'icon'
  | 'medium'
  | 'address'

/** Which things of each kind exist. A kind that is absent is unknown and not checked. */
export type KnownThings = Partial<Record<Thing, readonly string[]>>

export interface Offer {
  thing: Thing
  id: string
}

/**
 * One place of a document that names something outside it. MDX references have a line; of YAML the line of `at` is
 * looked up.
 */
export interface Reference extends Offer {
  file: string
  at: string
  line?: number
  column?: number
}

/** What one document refers to, and what it offers to the references of others. */
export interface DocumentLinks {
  kind: DocumentKind
  slug: string
  references: readonly Reference[]
  offers: readonly Offer[]
}

/** A document that names one of the things that another offers. */
export interface Use extends Offer {
  by: { kind: DocumentKind; slug: string }
}

export function isSameThing(one: Offer, other: Offer): boolean {
  return one.thing === other.thing && one.id === other.id
}

export function isSameDocument(
  one: { kind: DocumentKind; slug: string },
  other: { kind: DocumentKind; slug: string },
): boolean {
  return one.kind === other.kind && one.slug === other.slug
}
