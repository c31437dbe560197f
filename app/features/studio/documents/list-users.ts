import type { DocumentKind } from '~/domain/content/kinds'
import { isSameDocument, isSameThing } from '~/domain/content/references/reference'
import type { DocumentLinks, Reference } from '~/domain/content/references/reference'
import { usesOf } from '~/domain/content/references/settle-references'
import type { LiveLinks } from '../checks/live-links.server'

interface Named {
  kind: DocumentKind
  slug: string
}

/** A live document that names another, or something in it. */
export interface DocumentUser extends Named {
  /** The ids that it names: `premium`, `order-to-cash`. */
  ids: string[]
  /** The places of the references. */
  places: Reference[]
}

/** The live documents that name this one or something in it; also through retired documents that send visitors here. */
export function listUsers({ live, retired }: LiveLinks, { kind, slug }: Named): DocumentUser[] {
  const named = { kind, slug }
  const own = live.find((one) => isSameDocument(one, named)) ?? null
  const offers = [...(own?.offers ?? []), ...sentHere(retired, named)]
  const others = live.filter((one) => one !== own)
  const uses = usesOf({ kind, slug, references: [], offers }, others)
  return others.flatMap((other) => {
    const ids = uses.filter(({ by }) => isSameDocument(by, other)).map(({ id }) => id)
    const places = other.references.filter((one) => offers.some((offer) => isSameThing(offer, one)))
    return ids.length > 0 ? [{ kind: other.kind, slug: other.slug, ids, places }] : []
  })
}

/** Retired documents of the same kind whose visitors are sent to this one. */
function sentHere(retired: LiveLinks['retired'], { kind, slug }: Named): DocumentLinks['offers'] {
  if (kind !== 'demo' && kind !== 'help' && kind !== 'page') return []
  return Object.entries(retired[kind] ?? {})
    .filter(([, instead]) => instead === slug)
    .map(([id]) => ({ thing: kind, id }))
}
