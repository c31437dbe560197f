import type { Surroundings } from '~/domain/content/checks/check-demo'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentFiles, DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import type { DocumentAction } from '~/domain/content/lifecycle'
import type { Text } from '~/domain/text'
import type { ChangedFile } from '../changed-files'
import type { ProofView } from '../proof-problems'

/** A document as its editor gets it from the server. */
export interface EditorDocument {
  kind: DocumentKind
  slug: string
  title: Text | null
  status: DocumentStatus
  insteadSlug: string | null
  draftVersion: number
  files: DocumentFiles
  updatedAt: Date
  updatedBy: string | null
  live: { number: number; publishedAt: Date } | null
  changes: ChangedFile[]
  around: Surroundings
  problems: FileProblem[]
  proof: ProofView | null
  actions: DocumentAction[]
}

/** Something published of the same kind, which a visitor may be sent to. */
export interface Alternative {
  slug: string
  title: Text | null
}
