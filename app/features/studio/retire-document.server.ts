import type { z } from 'zod'
import type { Executor } from '#db/client'
import { findDocument, setStatus } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { DomainError } from '~/domain/errors'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { lockOrRefuse, statusAfter } from './find-or-refuse.server'
import { parseInput } from '~/server/parse-input'
import { changedBy, record } from './record.server'
import { retireSchema } from './schemas'

/**
 * Takes a published document away from visitors. Running trials may finish. `insteadSlug` is what they may try instead.
 * @throws DomainError `conflict` when it is not published, `invalid-input` when what to try instead is not there.
 */
export async function retireDocument({ ctx, input }: VerbArgs<z.input<typeof retireSchema>>): Promise<void> {
  permit(ctx, 'documents.retire')
  const { insteadSlug, ...named } = parseInput(retireSchema, input)
  await ctx.db.transaction(async (tx) => {
    const document = await lockOrRefuse(tx, named)
    const status = statusAfter(document, 'retire')
    if (insteadSlug) await refuseUnlessPublished(tx, named, insteadSlug)
    const change = { id: document.id, at: ctx.now(), by: changedBy(ctx) }
    await setStatus(tx, { ...change, status, insteadSlug: insteadSlug ?? null })
    await record(tx, ctx, 'document.retire', document, insteadSlug ? { instead: insteadSlug } : {})
    await notifyContentChanged(tx, named)
  })
  ctx.content.refresh()
}

type Named = Pick<z.output<typeof retireSchema>, 'kind' | 'slug'>

async function refuseUnlessPublished(tx: Executor, { kind, slug }: Named, instead: string): Promise<void> {
  const other = instead === slug ? null : await findDocument(tx, kind, instead)
  if (other?.status === 'published') return
  throw new DomainError(
    'invalid-input',
    `“${instead}” is not published: choose another one to try instead.`,
    {
      at: 'insteadSlug',
    },
  )
}
