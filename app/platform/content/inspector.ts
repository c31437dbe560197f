import type { ChangedFile } from '~/domain/content/changed-files'
import type { CheckedDocument } from '~/domain/content/checks/check-document'
import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import type { DocumentLinks } from '~/domain/content/references/reference'
import type { Demo } from '~/domain/demo/format/schema'
import type { PastTrace, RehearsalReport } from '~/domain/demo/proof/rehearse-traces'
import type { Proof } from '~/domain/demo/proof/prove'
import type { Locale } from '~/domain/text'
import type { Intake } from '../media/intake'

/** One text to render; a guide allows fewer components than a help post. */
export interface MdxText {
  name: string
  locale: Locale
  text: string
  isGuide: boolean
}

/** Checks, proves and renders drafts, and reads uploads that could hold a thread. Results are cached, since the same files give the same result. */
export interface Inspector {
  /**
   * The problems of these files, and the parsed document. The result is shared: do not change it. Files that take too
   * long to check have that as their only problem.
   * @throws DomainError `unavailable` when too many checks wait
   */
  check(
    kind: DocumentKind,
    slug: string,
    files: DocumentFiles,
    around?: DocumentCheckContext,
  ): Promise<CheckedDocument>
  /** Whether the checks of these files have been asked for before, and their answer is kept. */
  hasChecked(kind: DocumentKind, slug: string, files: DocumentFiles, around?: DocumentCheckContext): boolean
  /** What differs between two versions, with lines. */
  compare(before: DocumentFiles, after: DocumentFiles): Promise<ChangedFile[]>
  /** MDX texts as HTML, by name. @throws DomainError `invalid-input` for a text that is not safe */
  render(texts: MdxText[]): Promise<Record<string, string>>
  /** A drawing without anything that is no drawing. @throws DomainError `invalid-input` */
  drawing(bytes: Uint8Array): Promise<Intake>
  /** A video written as a new file. @throws DomainError `invalid-input` */
  video(bytes: Uint8Array, type: 'mp4' | 'webm'): Promise<Intake>
  /** Replays traces on a demo. */
  rehearse(demo: Demo, traces: PastTrace[]): Promise<RehearsalReport>
  /** What a stored revision refers to and offers. Read once, since revisions never change; `read` gives its files and body. */
  links(revision: RevisionName, read: () => Promise<RevisionContent | null>): Promise<DocumentLinks>
  /**
   * Proves a demo's source in a separate thread, within its budget, or returns a cached result.
   * @throws DomainError `invalid-input` when the source has errors, `unavailable` when the thread is busy
   */
  prove(source: string): Promise<Proof>
  /**
   * Proves a parsed demo in the same thread; the result is not cached here.
   * @throws DomainError `unavailable` when the thread is busy
   */
  proveRead(demo: Demo): Promise<Proof>
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
