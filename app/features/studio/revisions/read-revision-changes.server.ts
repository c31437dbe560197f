import { findRevision } from '#db/queries/revisions'
import type { RevisionRow } from '#db/queries/revisions'
import type { ChangedFile } from '~/domain/content/changed-files'
import { verb } from '~/platform/verb/verb'
import { readRevision } from './read-revision.server'
import { revisionSchema } from '../schemas'

export interface RevisionChanges {
  revision: Pick<RevisionRow, 'number' | 'note' | 'createdAt'>
  /** Null for the first. */
  previous: number | null
  changes: ChangedFile[]
}

/** What a revision changed against the one before it. @throws DomainError `not-found` */
export const readRevisionChanges = verb(
  { permission: 'documents.read', input: revisionSchema },
  async ({ ctx, input }): Promise<RevisionChanges> => {
    const { documentId, number, note, createdAt, files } = await readRevision({ ctx, input })
    const before = await findRevision(ctx.db, documentId, number - 1)
    return {
      revision: { number, note, createdAt },
      previous: before?.number ?? null,
      changes: await ctx.inspector.compare(before?.files ?? {}, files),
    }
  },
)
