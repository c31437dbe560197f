import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database } from '#db/client'
import { listPointers } from '#db/queries/documents'
import type { DocumentPointer } from '#db/queries/documents'
import { listRunningSplits } from '#db/queries/splits'
import type { RunningSplit } from '#db/queries/splits'
import { findProof, findServedRevision } from '#db/queries/revisions'
import type { ServedRevision } from '#db/queries/revisions'
import type { BodyOf } from '~/domain/content/bodies'
import { DOCUMENT_KINDS } from '~/domain/content/kinds'
import type { DocumentKind } from '~/domain/content/kinds'
import { SPLIT_KINDS } from '~/domain/insight/split/split-plan'
import { createBoundedCache } from '../cache/bounded-cache'
import { listenForChanges } from './change-listener'

/** A revision with its parsed body. */
export type PublishedRevision<Kind extends DocumentKind = DocumentKind> = Omit<ServedRevision, 'body'> & {
  body: BodyOf<Kind>
}

/** Any revision, live or not. */
export type StoredRevision = ServedRevision

type LiveStatus = 'published' | 'retired' | 'absent'

/** The content that visitors see. Values are shared between requests: do not change them. */
export interface LiveContent {
  published<Kind extends DocumentKind>(kind: Kind, slug: string): Promise<PublishedRevision<Kind> | null>
  /** Everything published of a kind, by slug. */
  list<Kind extends DocumentKind>(kind: Kind): Promise<PublishedRevision<Kind>[]>
  /** The split of a published document that runs; null for none. */
  split(kind: DocumentKind, slug: string): Promise<RunningSplit | null>
  /** All splits of documents of a kind that run. */
  splits(kind: DocumentKind): Promise<RunningSplit[]>
  /** Whether any document is split. */
  hasSplits(): Promise<boolean>
  /** Any revision by its id, for trials that began on it. */
  revision(id: string): Promise<StoredRevision | null>
  /** The proof of a revision as it is stored now; it may have been proven again since the revision was read. */
  newestProof(id: string): Promise<unknown>
  status(kind: DocumentKind, slug: string): Promise<LiveStatus>
  /** Of a retired document: the slug that a visitor may try instead, when that one is published. */
  instead(kind: DocumentKind, slug: string): Promise<string | null>
  /**
   * Names the set of live revisions and running splits: what was made of one set is right for it, and for no other. Null
   * while notices cannot arrive.
   */
  version(): Promise<string | null>
  /** The same, when it was read and still holds; null when that must be looked up. */
  knownVersion(): string | null
  /** Forgets what is live, so that this instance sees its own change at once. */
  refresh(): void
  start(): Promise<void>
  stop(): Promise<void>
}

/** Live revisions are read again after this many milliseconds, even if the listener seems to work. */
const MAX_AGE_MS = 30_000
const MAX_REVISIONS = 200

interface Pointers {
  readAt: number
  bySlug: Promise<Map<string, DocumentPointer>>
  splits: Promise<Map<string, RunningSplit>>
}

/**
 * Published revisions, cached in memory. Revisions never change, so they are cached by id. Which one is live is cleared
 * at every notification, and not cached at all while notifications cannot arrive.
 */
export function createLiveContent(options: { db: Database; url: string; log: Logger }): LiveContent {
  const { db, url, log } = options
  const pointers = new Map<DocumentKind, Pointers>()
  const revisions = createBoundedCache<Promise<ServedRevision | null>>(MAX_REVISIONS)
  const refresh = () => pointers.clear()
  const listener = listenForChanges({ url, log, onChange: refresh })

  function revision(id: string): Promise<ServedRevision | null> {
    const known = revisions.get(id)
    if (known) return known
    const read = findServedRevision(db, id)
    revisions.set(id, read)
    read.then((found) => found ?? revisions.delete(id)).catch(() => revisions.delete(id))
    return read
  }

  function entryOf(kind: DocumentKind): Pointers {
    const known = pointers.get(kind)
    if (known && listener.isUp() && Date.now() - known.readAt < MAX_AGE_MS) return known
    const entry = {
      readAt: Date.now(),
      bySlug: listPointers(db, kind).then(bySlug),
      splits: listRunningSplits(db, kind).then(bySlug),
    }
    pointers.set(kind, entry)
    const forget = () => pointers.get(kind) === entry && pointers.delete(kind)
    entry.bySlug.catch(forget)
    entry.splits.catch(forget)
    return entry
  }

  let named: { entries: Pointers[]; version: Promise<string>; known: string | null } | null = null

  async function version(): Promise<string | null> {
    if (!listener.isUp()) return null
    if (!named || !areNewest(named.entries)) {
      const entries = DOCUMENT_KINDS.map(entryOf)
      const fresh = { entries, version: nameOf(entries), known: null as string | null }
      named = fresh
      fresh.version.then((name) => (fresh.known = name)).catch(() => (fresh.known = null))
    }
    return named.version
  }

  /** Whether these are the pointers, by the kinds in their order, that a read would use. */
  const areNewest = (entries: readonly Pointers[]): boolean =>
    DOCUMENT_KINDS.every((kind, index) => entryOf(kind) === entries[index])

  const pointersOf = (kind: DocumentKind) => entryOf(kind).bySlug

  const livePointer = async (kind: DocumentKind, slug: string) => {
    const pointer = (await pointersOf(kind)).get(slug)
    return pointer?.status === 'published' ? pointer : undefined
  }

  /** The body was parsed by its kind's schema before it was stored, and revisions never change. */
  const served = async <Kind extends DocumentKind>(pointer: DocumentPointer | undefined) =>
    (pointer?.liveRevisionId
      ? revision(pointer.liveRevisionId)
      : null) as Promise<PublishedRevision<Kind> | null>

  return {
    revision,
    newestProof: (id) => findProof(db, id),
    refresh,
    published: async <Kind extends DocumentKind>(kind: Kind, slug: string) =>
      served<Kind>(await livePointer(kind, slug)),
    list: async <Kind extends DocumentKind>(kind: Kind) => {
      const live = [...(await pointersOf(kind)).values()].filter((pointer) => pointer.status === 'published')
      const found = await Promise.all(live.map((pointer) => served<Kind>(pointer)))
      return found.filter((one) => one !== null)
    },
    split: async (kind, slug) => (await entryOf(kind).splits).get(slug) ?? null,
    splits: async (kind) => [...(await entryOf(kind).splits).values()],
    version,
    knownVersion: () => {
      return listener.isUp() && named && areNewest(named.entries) ? named.known : null
    },
    hasSplits: async () => {
      const running = await Promise.all(SPLIT_KINDS.map((kind) => entryOf(kind).splits))
      return running.some(({ size }) => size > 0)
    },
    status: async (kind, slug) => {
      const status = (await pointersOf(kind)).get(slug)?.status
      return status === 'published' || status === 'retired' ? status : 'absent'
    },
    instead: async (kind, slug) => {
      const other = (await pointersOf(kind)).get(slug)?.insteadSlug
      return other && (await livePointer(kind, other)) ? other : null
    },
    start: listener.start,
    stop: listener.stop,
  }
}

async function nameOf(entries: readonly Pointers[]): Promise<string> {
  const hash = createHash('sha256')
  for (const entry of entries) {
    const [pointers, splits] = await Promise.all([entry.bySlug, entry.splits])
    hash.update(JSON.stringify([[...pointers.values()], [...splits.values()]]))
  }
  return hash.digest('base64url')
}

const bySlug = <Row extends { slug: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.slug, row]))
