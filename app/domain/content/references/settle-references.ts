import type { FileProblem } from '../checks/file-problem'
import type { DocumentFiles } from '../kinds'
import { checkReferences, knownThings, stillUsed, type ReferenceContext } from './check-references'
import { isSameDocument, isSameThing, type DocumentLinks, type Use } from './reference'

/** A document that is to go live, with what it refers to. */
export interface Candidate {
  links: DocumentLinks
  files: DocumentFiles
}

/** The result for a group: which documents may go live together, and why the others may not. */
export interface Settled<One extends Candidate> {
  accepted: One[]
  refused: { candidate: One; problems: FileProblem[] }[]
}

/**
 * Decides which of these documents may go live together, given those that are live. Each replaces its own live
 * version. A refused document takes along those that need it, and no others.
 */
export function settleReferences<One extends Candidate>(
  live: readonly DocumentLinks[],
  candidates: readonly One[],
  { retired = {}, media }: { retired?: ReferenceContext['retired']; media?: readonly string[] } = {},
): Settled<One> {
  let accepted = [...candidates]
  const refused: Settled<One>['refused'] = []
  for (;;) {
    const others = live.filter((one) => !accepted.some(({ links }) => isSameDocument(links, one)))
    const after = [...others, ...accepted.map(({ links }) => links)]
    const around = { known: knownThings(after, media), retired }
    const found = accepted.map((candidate) => ({
      candidate,
      problems: [
        ...checkReferences(candidate.links, candidate.files, around),
        ...stillUsed(candidate.links, candidate.files, usesOf(offersBefore(live, candidate.links), others)),
      ],
    }))
    const wrong = found.filter(({ problems }) => problems.length > 0)
    if (wrong.length === 0) return { accepted, refused }
    refused.push(...wrong)
    accepted = accepted.filter((one) => !wrong.some(({ candidate }) => candidate === one))
  }
}

/** Which of these documents name what `links` offers, without its own references. */
export function usesOf(links: DocumentLinks | null, others: readonly DocumentLinks[]): Use[] {
  if (!links) return []
  return others.flatMap((other) => {
    if (isSameDocument(other, links)) return []
    const used = links.offers.filter((offer) => other.references.some((one) => isSameThing(one, offer)))
    return used.map(({ thing, id }) => ({ thing, id, by: { kind: other.kind, slug: other.slug } }))
  })
}

function offersBefore(live: readonly DocumentLinks[], links: DocumentLinks): DocumentLinks | null {
  return live.find((one) => isSameDocument(one, links)) ?? null
}
