import type { DocumentKind } from '../kinds'

/** What a document may refer to. A `demo-plan` is a plan of one demo, `order-to-cash/premium`; an `address` is none of Foyer's. */
export type Thing =
  'demo' | 'demo-plan' | 'help' | 'page' | 'plan' | 'feature' | 'scenario' | 'audience' | 'icon' | 'address'

/** What there is of each kind of thing. A kind that is absent is not known, so nothing is said of it. */
export type KnownThings = Partial<Record<Thing, readonly string[]>>

export interface Offer {
  thing: Thing
  id: string
}

/** One place of a document that names something outside it. Texts know their line; a YAML file is asked for the line of `at`. */
export interface Reference extends Offer {
  file: string
  at: string
  line?: number
  column?: number
}

/** What one document refers to and what others may refer to in it. */
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
