import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { newSlugProblem } from '~/domain/content/new-slug'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { changedBy } from './changed-by'
import { ofDocument } from '../audit/of-document'
import { createSchema } from '../schemas'
import { slugMessage } from './slug-message'
import { starterFiles } from '../starter/starter-files'

/**
 * Creates a document with a working draft: a demo of one short process that passes its proof, or a text with a
 * title.
 * @throws DomainError `conflict` when the slug is taken, `invalid-input` with `problem` when it is not allowed.
 */
export const createDocument = verb(
  { permission: 'documents.edit', input: createSchema, audit: ['document.create'] },
  async ({ ctx, input: { kind, slug, title }, audit }): Promise<{ id: string }> => {
    const problem = newSlugProblem(kind, slug)
    if (problem) throw new DomainError('invalid-input', slugMessage(problem), { at: 'slug', problem })
    return ctx.db.transaction(async (tx) => {
      const created = await insertDocument(tx, {
        id: uuidv7(),
        kind,
        slug,
        status: 'draft',
        draftFiles: starterFiles(kind, { slug, title, locale: ctx.locale }),
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
        updatedBy: changedBy(ctx),
      })
      if (!created) throw new DomainError('conflict', `There is a ${kind} “${slug}” already.`, { at: 'slug' })
      await audit(tx, 'document.create', ofDocument(created))
      return { id: created.id }
    })
  },
)
