import type { z } from 'zod'
import { compareAndSaveDraft } from '#db/queries/documents'
import { findRevisionById } from '#db/queries/revisions'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { lockOrRefuse } from './find-or-refuse.server'
import { parseInput } from '~/platform/http/parse-input'
import { changedBy, record } from '../audit/record-audit.server'
import { draftSchema } from '../schemas'

/**
 * Puts the draft back to what is live.
 * @throws DomainError `conflict` when the draft changed meanwhile or nothing was ever published.
 */
export async function discardChanges({
  ctx,
  input,
}: VerbArgs<z.input<typeof draftSchema>>): Promise<{ draftVersion: number }> {
  permit(ctx, 'documents.edit')
  const { draftVersion, ...named } = parseInput(draftSchema, input)
  return ctx.db.transaction(async (tx) => {
    const document = await lockOrRefuse(tx, named)
    const live = document.liveRevisionId ? await findRevisionById(tx, document.liveRevisionId) : null
    if (!live)
      throw new DomainError('conflict', 'Nothing was published yet, so there is nothing to go back to.')
    const saved = await compareAndSaveDraft(tx, {
      id: document.id,
      at: ctx.now(),
      by: changedBy(ctx),
      expectedVersion: draftVersion,
      files: live.files,
    })
    if (saved === null) throw new DomainError('conflict', 'Somebody saved this document after you opened it.')
    await record(tx, ctx, 'document.discard', document, { revision: live.number })
    return { draftVersion: saved }
  })
}
