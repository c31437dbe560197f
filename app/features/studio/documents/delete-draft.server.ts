import type { z } from 'zod'
import { deleteDraftDocument as deleteRow } from '#db/queries/documents'
import { canTake } from '~/domain/content/lifecycle'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { lockOrRefuse } from './find-or-refuse.server'
import { record } from '../audit/record-audit.server'
import { draftSchema } from '../schemas'

/**
 * Deletes a document that was never published, for good; its slug is free again.
 * @throws DomainError `conflict` when it was published once, or was saved again after it was looked at.
 */
export async function deleteDraft({ ctx, input }: VerbArgs<z.input<typeof draftSchema>>): Promise<void> {
  permit(ctx, 'documents.edit')
  const { draftVersion, ...named } = parseInput(draftSchema, input)
  await ctx.db.transaction(async (tx) => {
    const document = await lockOrRefuse(tx, named)
    if (!canTake('delete', document.status) || document.liveRevisionId !== null) {
      throw new DomainError('conflict', 'It was published once, so it is retired and not deleted.')
    }
    const isGone = await deleteRow(tx, { id: document.id, expectedVersion: draftVersion })
    if (!isGone) throw new DomainError('conflict', 'Somebody saved this document after you opened it.')
    await record(tx, ctx, 'document.delete', document, { draftVersion })
  })
}
