import { createHash } from 'node:crypto'
import type { Database } from '#db/client'
import { findProofResults, insertProofResult } from '#db/queries/proofs'
import type { CheckedDocument } from '~/domain/content/checks/check-document'
import { fileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { documentLinks } from '~/domain/content/references/document-links'
import type { DocumentLinks } from '~/domain/content/references/reference'
import type { Proof } from '~/domain/demo/proof/prove'
import { DomainError, isDomainError } from '~/domain/errors'
import { createBoundedCache } from '~/platform/cache/bounded-cache'
import { hashFiles } from '~/platform/content/content-hash'
import type { Inspector } from '~/platform/content/inspector'
import { createDraftThread } from './draft-thread'
import { createProofThread } from './proof-thread'

const BUDGET = { maxConfigurations: 20_000, maxMs: 60_000 }

/** Increase this when a proof of the same source could give another result, so that cached ones are not used. */
const PROVER_VERSION = 4

const MAX_CHECKED = 1_000
const MAX_LINKED = 2_000

/** Texts up to this many characters are processed without a thread: it takes a few milliseconds at most. */
const SMALL = 4_000

export function createInspector({ db }: { db: Database }): Inspector {
  const checked = createBoundedCache<Promise<CheckedDocument>>(MAX_CHECKED)
  const linked = createBoundedCache<DocumentLinks>(MAX_LINKED)
  const running = new Map<string, Promise<Proof>>()
  const thread = createProofThread()
  const drafts = createDraftThread()

  async function proveAnew(key: string, source: string): Promise<Proof> {
    const known = (await findProofResults(db, [key])).get(key)
    if (known) return known as Proof
    const answer = await thread.ask({ source, ...BUDGET })
    if (!answer.ok) throw new DomainError('invalid-input', answer.message)
    // An exhausted budget depends on this machine at this moment, not on the demo, so it is not cached.
    if (answer.proof.status !== 'not-proven') await insertProofResult(db, key, answer.proof)
    return answer.proof
  }

  return {
    check: (kind, slug, files, around = {}) => {
      const key = checkKey(kind, slug, files, around)
      const known = checked.get(key)
      if (known) return known
      const result = drafts
        .run('check', { kind, slug, files, around }, { small: lengthOf(Object.values(files)) <= SMALL })
        .catch((error: unknown) => tooLong(error, Object.keys(files)))
      checked.set(key, result)
      // A refusal depends on this moment, not on the files.
      result.catch(() => checked.delete(key))
      return result
    },
    links: async ({ id, kind, slug }, read) => {
      const known = linked.get(id)
      if (known) return known
      const content = await read()
      if (!content) return { kind, slug, references: [], offers: [] }
      // Reading the links of a text takes a few milliseconds: let other requests run in between.
      await new Promise((resolve) => setImmediate(resolve))
      // The body was parsed with the schema of its kind before it was stored.
      const links = documentLinks(kind, slug, content.files, content.body as never)
      linked.set(id, links)
      return links
    },
    hasChecked: (kind, slug, files, around = {}) =>
      checked.get(checkKey(kind, slug, files, around)) !== undefined,
    compare: (before, after) => {
      const small = lengthOf([...Object.values(before), ...Object.values(after)]) <= SMALL
      return drafts.run('compare', { before, after }, { small })
    },
    render: (texts) =>
      drafts.run('render', { texts }, { small: lengthOf(texts.map(({ text }) => text)) <= SMALL }),
    drawing: (bytes) => drafts.run('drawing', { bytes }, { small: false }),
    video: (bytes, type) => drafts.run('video', { bytes, type }, { small: false }),
    rehearse: (demo, traces) => drafts.run('rehearse', { demo, traces }, { small: traces.length === 0 }),
    prove: (source) => {
      const key = proofKey(source)
      const proof = running.get(key) ?? proveAnew(key, source).finally(() => running.delete(key))
      running.set(key, proof)
      return proof
    },
    proveRead: async (demo) => {
      const answer = await thread.ask({ demo, ...BUDGET })
      if (!answer.ok) throw new DomainError('invalid-input', answer.message)
      return answer.proof
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
    stop: async () => {
      await Promise.all([thread.stop(), drafts.stop()])
    },
  }
}

function checkKey(
  kind: DocumentKind,
  slug: string,
  files: DocumentFiles,
  around: DocumentCheckContext,
): string {
  return `${kind}/${slug}/${hashFiles(files)}/${hashText(JSON.stringify(around))}`
}

const lengthOf = (texts: string[]): number => texts.reduce((sum, text) => sum + text.length, 0)

/**
 * The problem of files whose checks exceeded the time limit. It is cached, since checking them again would take as
 * long.
 */
function tooLong(error: unknown, [file = '']: string[]): CheckedDocument {
  if (!isDomainError(error) || error.code !== 'unavailable' || !error.details.late) throw error
  return { problems: [fileProblem('error', file, 'check-too-long', error.message)], body: null }
}

function proofKey(source: string): string {
  return hashText(`${PROVER_VERSION}\n${source}`)
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
