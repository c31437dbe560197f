import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { insertDocument } from '#db/queries/documents'
import { newSlugProblem } from '~/domain/content/new-slug'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { changedBy, record } from '../audit/record-audit.server'
import { createSchema } from '../schemas'
import { slugMessage } from './slug-message'
import { starterFiles } from '../starter/starter-files'

/**
 * Begins a document as a draft that works: a demo of one short process that passes its proof, or a text with a title.
 * @throws DomainError `conflict` when the slug is taken, `invalid-input` with `problem` when it may not be given.
 */
export async function createDocument({
  ctx,
  input,
}: VerbArgs<z.input<typeof createSchema>>): Promise<{ id: string }> {
  permit(ctx, 'documents.edit')
  const { kind, slug, title } = parseInput(createSchema, input)
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
    await record(tx, ctx, 'document.create', created)
    return { id: created.id }
  })
}
