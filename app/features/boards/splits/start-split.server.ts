import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { lockDocument } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { findLiveRevision, findRevision } from '#db/queries/revisions'
import type { RevisionRow } from '#db/queries/revisions'
import { insertSplit } from '#db/queries/splits'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { startSplitSchema } from './schemas'

/**
 * Shows visitors one of two sides of a published document from now on: what is live, or an earlier revision of it; of a
 * message also nothing. What the split is decided by is written down here and never changes.
 *
 * @throws DomainError `not-found` for a document that is not published or a revision that it does not have; `conflict`
 *   when another revision is live than the form showed, or a split of the document runs; `invalid-input` when both sides
 *   are the same, or something other than a message would be hidden.
 */
export const startSplit = verb(
  { permission: 'splits.manage', input: startSplitSchema, audit: ['split.start'] },
  async ({ ctx, input, audit }): Promise<{ id: string }> => {
    const { document: named, name, measure, share, followUpDays, baseline, least } = input
    const at = ctx.now()
    const id = uuidv7({ msecs: at.getTime() })
    await ctx.db.transaction(async (tx) => {
      const document = await lockPublished(tx, named)
      const control = await liveOrRefuse(tx, document, input.control)
      const variant = await variantOrRefuse(tx, document, input)
      const started = await insertSplit(tx, {
        ...{ id, name, measure, followUpDays, baseline, least },
        documentId: document.id,
        controlRevisionId: control.id,
        variantRevisionId: variant?.id ?? null,
        salt: randomBytes(12).toString('base64url'),
        variantShare: share,
        startedAt: at,
        startedBy: auditActor(ctx.actor).actorName,
      })
      if (!started) throw new DomainError('conflict', 'A split of this document runs already.')
      await audit(tx, 'split.start', {
        subject: id,
        at,
        data: { ...named, name, control: control.number, variant: variant?.number ?? null, share },
      })
      await notifyContentChanged(tx, named)
    })
    ctx.content.refresh()
    return { id }
  },
)

async function lockPublished(
  tx: Executor,
  { kind, slug }: Pick<DocumentRow, 'kind' | 'slug'>,
): Promise<DocumentRow> {
  const document = await lockDocument(tx, kind, slug)
  if (document?.status === 'published') return document
  throw new DomainError('not-found', `No ${kind} “${slug}” is published.`, { slug })
}

async function liveOrRefuse(tx: Executor, document: DocumentRow, expected: number): Promise<RevisionRow> {
  const live = await findLiveRevision(tx, document)
  if (live?.number === expected) return live
  const message = 'Another revision was published meanwhile. Look at the form once more.'
  throw new DomainError('conflict', message, { number: live?.number, expected })
}

/** The other side; null for nothing at all. */
async function variantOrRefuse(
  tx: Executor,
  document: DocumentRow,
  { control, variant }: { control: number; variant: number | 'hidden' },
): Promise<RevisionRow | null> {
  if (variant === 'hidden') {
    if (document.kind === 'message') return null
    throw refusedVariant('hidden')
  }
  if (variant === control) throw refusedVariant('same')
  const found = await findRevision(tx, document.id, variant)
  if (found) return found
  throw new DomainError('not-found', `There is no revision ${variant} of “${document.slug}”.`, {
    number: variant,
  })
}

const refusedVariant = (message: string) =>
  new DomainError('invalid-input', 'These two sides cannot be compared.', {
    issues: [{ at: 'variant', message }],
  })
