import type { z } from 'zod'
import type { Executor } from '#db/client'
import { findDocument, moveInstead, setStatus } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { queueWebhooks } from '~/platform/webhooks/queue-webhooks'
import { lockOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { guardSettings } from '../checks/guard-settings.server'
import { leadsOn } from '../checks/leads-on'
import { listUsers } from '../documents/list-users'
import { lockLive, readLiveLinks } from '../checks/live-links.server'
import { changedBy } from '../documents/changed-by'
import { ofDocument } from '../audit/of-document'
import { retireSchema } from '../schemas'

/**
 * Takes a published document away from visitors. Running trials may finish. `insteadSlug` is what they may try instead: with
 * it links that lead to the document lead on, so without it a document that others name is not retired. Retired documents
 * that sent visitors here send them on as well.
 * @throws DomainError `conflict` when it is not published, or with `usedBy` when others name it; `invalid-input` when what to
 * try instead is not there.
 */
export const retireDocument = verb(
  {
    permission: 'documents.retire',
    input: retireSchema,
    audit: ['document.retire'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { insteadSlug, ...named }, audit, need }): Promise<void> => {
    guardSettings(need, named)
    await ctx.db.transaction(async (tx) => {
      await lockLive(tx)
      const document = await lockOrRefuse(tx, named)
      const status = statusAfter(document, 'retire')
      await refuseWhileUsed(tx, ctx, named, insteadSlug)
      if (insteadSlug) await refuseUnlessPublished(tx, named, insteadSlug)
      const change = { id: document.id, at: ctx.now(), by: changedBy(ctx) }
      await setStatus(tx, { ...change, status, insteadSlug: insteadSlug ?? null })
      await moveInstead(tx, { kind: named.kind, from: named.slug, to: insteadSlug ?? null })
      await audit(tx, 'document.retire', ofDocument(document, insteadSlug ? { instead: insteadSlug } : {}))
      await notifyContentChanged(tx, named)
      const data = { ...named, instead: insteadSlug ?? null }
      await queueWebhooks(tx, { event: 'document.retired', data, at: ctx.now() })
    })
    ctx.content.refresh()
  },
)

async function refuseWhileUsed(
  tx: Executor,
  ctx: Context,
  { kind, slug }: Named,
  instead: string | undefined,
): Promise<void> {
  const usedBy = listUsers(await readLiveLinks(tx, ctx), { kind, slug })
  if (usedBy.length === 0 || (instead && leadsOn(kind))) return
  const users = usedBy.map((one) => `${one.kind} ${one.slug}`).join(', ')
  const way = leadsOn(kind) ? 'Name what to try instead, or change those first.' : 'Change those first.'
  throw new DomainError('conflict', `“${slug}” is used by ${users}. ${way}`, { usedBy })
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
