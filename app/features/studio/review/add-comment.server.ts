import { v7 as uuidv7 } from 'uuid'
import { insertComment } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { lockOrRefuse } from '../documents/find-or-refuse.server'
import { addCommentSchema } from './schemas'

const MOST_QUOTED = 300

/** Says something of a place in the draft. The line is kept as it is, so that it is recognised when it has moved. */
export const addComment = verb(
  { permission: 'documents.edit', input: addCommentSchema, audit: ['document.comment'] },
  async ({ ctx, input: { file, line = null, words, ...named }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const text = document.draftFiles[file]
      const quote = line === null ? '' : text?.split('\n')[line - 1]
      if (text === undefined || quote === undefined)
        throw new DomainError('invalid-input', 'There is no such place in the draft.', { at: 'line' })
      const { actorId, actorName } = auditActor(ctx.actor)
      await insertComment(tx, {
        ...{ id: uuidv7({ msecs: ctx.now().getTime() }), documentId: document.id, at: ctx.now() },
        ...{ file, line, words, quote: quote.trim().slice(0, MOST_QUOTED) },
        ...{ byId: actorId ?? '', byName: actorName },
      })
      await audit(tx, 'document.comment', ofDocument(document, { file }))
    })
  },
)
