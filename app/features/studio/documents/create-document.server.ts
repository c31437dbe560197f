import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { createSchema } from '../schemas'
import { starterFiles } from '../starter/starter-files'
import { insertDraft, refuseSlug } from './insert-draft.server'

/**
 * Creates a document with a working draft: a demo of one short process that passes its proof, or a text with a
 * title.
 * @throws DomainError `conflict` when the slug is taken, `invalid-input` with `problem` when it is not allowed.
 */
export const createDocument = verb(
  { permission: 'documents.edit', input: createSchema, audit: ['document.create'] },
  async ({ ctx, input: { kind, slug, title }, audit }): Promise<{ id: string }> => {
    refuseSlug(kind, slug)
    const files = starterFiles(kind, { slug, title, locale: ctx.locale })
    return ctx.db.transaction(async (tx) => {
      const created = await insertDraft(tx, ctx, { kind, slug, files })
      await audit(tx, 'document.create', ofDocument(created))
      return { id: created.id }
    })
  },
)
