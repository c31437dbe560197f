import { createHash } from 'node:crypto'
import type { Database } from '#db/client'
import { findProofResults, insertProofResult } from '#db/queries/proofs'
import { checkDocument } from '~/domain/content/checks/check-document'
import type { CheckedDocument } from '~/domain/content/checks/check-document'
import type { Surroundings } from '~/domain/content/checks/surroundings'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { documentLinks } from '~/domain/content/references/document-links'
import type { DocumentLinks } from '~/domain/content/references/reference'
import type { Proof } from '~/domain/demo/prove'
import { DomainError } from '~/domain/errors'
import { createBoundedCache } from './bounded-cache'
import { hashFiles } from './content-hash'
import { createProofThread } from './proof-thread'

/** What can be said of drafts before they are published. Results are kept, since the same files say the same. */
export interface Inspector {
  /** The problems of these files, and what they parse to. Never waits; shares its answers: do not change them. */
  check(kind: DocumentKind, slug: string, files: DocumentFiles, around?: Surroundings): CheckedDocument
  /** What a stored revision refers to and offers. Read once, since revisions never change; `read` gives its files and body. */
  links(revision: RevisionName, read: () => Promise<RevisionContent | null>): Promise<DocumentLinks>
  /**
   * Proves a demo's source in a thread of its own, within its budget, or gives the result already known.
   * @throws DomainError `invalid-input` when the source has errors, `unavailable` when the thread cannot serve now.
   */
  prove(source: string): Promise<Proof>
  /** The proofs already known, by source. Nothing is run. */
  knownProofs(sources: string[]): Promise<Map<string, Proof>>
  stop(): Promise<void>
}

interface RevisionName {
  id: string
  kind: DocumentKind
  slug: string
}

interface RevisionContent {
  files: DocumentFiles
  body: unknown
}

const BUDGET = { maxConfigurations: 20_000, maxMs: 60_000 }

/** Raise this when a proof of the same source could say something else, so that older results are not used. */
const PROVER_VERSION = 4

const MAX_CHECKED = 200
const MAX_LINKED = 2_000

export function createInspector({ db }: { db: Database }): Inspector {
  const checked = createBoundedCache<CheckedDocument>(MAX_CHECKED)
  const linked = createBoundedCache<DocumentLinks>(MAX_LINKED)
  const running = new Map<string, Promise<Proof>>()
  const thread = createProofThread()

  async function proveAnew(key: string, source: string): Promise<Proof> {
    const known = (await findProofResults(db, [key])).get(key)
    if (known) return known as Proof
    const answer = await thread.ask({ source, ...BUDGET })
    if (!answer.ok) throw new DomainError('invalid-input', answer.message)
    // An exhausted budget says something about this machine at this moment, not about the demo: it is not kept.
    if (answer.proof.status !== 'not-proven') await insertProofResult(db, key, answer.proof)
    return answer.proof
  }

  return {
    check: (kind, slug, files, around = {}) => {
      const key = `${kind}/${slug}/${hashFiles(files)}/${hashText(JSON.stringify(around))}`
      const known = checked.get(key)
      if (known) return known
      const result = checkDocument(kind, slug, files, around)
      checked.set(key, result)
      return result
    },
    links: async ({ id, kind, slug }, read) => {
      const known = linked.get(id)
      if (known) return known
      const content = await read()
      if (!content) return { kind, slug, references: [], offers: [] }
      // Reading the links of many texts takes some milliseconds each: other requests go between.
      await new Promise((resolve) => setImmediate(resolve))
      // The body was parsed by its kind's schema before it was stored.
      const links = documentLinks(kind, slug, content.files, content.body as never)
      linked.set(id, links)
      return links
    },
    prove: (source) => {
      const key = proofKey(source)
      const proof = running.get(key) ?? proveAnew(key, source).finally(() => running.delete(key))
      running.set(key, proof)
      return proof
    },
    knownProofs: async (sources) => {
      const found = await findProofResults(db, sources.map(proofKey))
      return new Map(
        sources.flatMap((source) => {
          const proof = found.get(proofKey(source))
          return proof ? [[source, proof as Proof] as const] : []
        }),
      )
    },
    stop: thread.stop,
  }
}

function proofKey(source: string): string {
  return hashText(`${PROVER_VERSION}\n${source}`)
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
