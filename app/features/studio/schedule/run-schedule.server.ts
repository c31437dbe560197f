import type { Executor } from '#db/client'
import { endSchedule, leaseSchedule } from '#db/queries/reviews'
import type { DueSchedule } from '#db/queries/reviews'
import { DomainError, isDomainError } from '~/domain/errors'
import type { Audit } from '~/platform/audit/record-audit'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import type { Need } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { publishFiles } from '../revisions/publish-files.server'
import { retireDocument } from '../revisions/retire-document.server'

/** Longer than a proof may take. */
const LEASE_MS = 5 * 60_000

interface Work {
  ctx: Context
  audit: Audit<'document.publish' | 'document.schedule-failed'>
  need: Need<'privacy.manage'>
}

/**
 * Does what has been due longest, once among all instances; false when nothing is due. What is refused at its moment has failed
 * and is not tried again; what broke is tried again by whoever comes next.
 */
export const runSchedule = verb(
  {
    permission: 'system',
    audit: ['document.publish', 'document.schedule-failed'],
    mayNeed: ['privacy.manage'],
  },
  async (work): Promise<boolean> => {
    const { ctx, audit } = work
    const now = ctx.now()
    const due = await leaseSchedule(ctx.db, { now, until: new Date(now.getTime() + LEASE_MS) })
    if (!due) return false
    try {
      await (due.action === 'publish' ? publishDue(work, due) : retireDue(ctx, due))
    } catch (error) {
      if (!isDomainError(error)) throw error
      await ctx.db.transaction(async (tx) => {
        const ended = { state: 'failed' as const, endedAt: ctx.now(), refusal: error.code }
        if (!(await endSchedule(tx, due, ended))) return
        const said = { what: due.action, refusal: error.code }
        await audit(tx, 'document.schedule-failed', ofDocument(named(due), said))
      })
    }
    return true
  },
)

async function publishDue({ ctx, audit, need }: Work, due: DueSchedule): Promise<void> {
  const { kind, slug, files, note, draftVersion } = due
  await publishFiles({
    ...{ ctx, need, note, named: { kind, slug }, files: files ?? {} },
    record: async (tx, document, { number }) => {
      await finish(tx, ctx, due)
      const said = { revision: number, draftVersion: draftVersion ?? 0, note, scheduledBy: due.createdByName }
      await audit(tx, 'document.publish', ofDocument(document, said))
    },
  })
}

async function retireDue(ctx: Context, due: DueSchedule): Promise<void> {
  const { kind, slug, insteadSlug } = due
  const { status } = await readOrRefuse(ctx.db, { kind, slug })
  // It was retired before the last instance could say so, or by somebody: either way it is done.
  if (status !== 'retired')
    await retireDocument({ ctx, input: { kind, slug, insteadSlug: insteadSlug ?? undefined } })
  await endSchedule(ctx.db, due, { state: 'done', endedAt: ctx.now() })
}

async function finish(tx: Executor, ctx: Context, due: DueSchedule): Promise<void> {
  if (await endSchedule(tx, due, { state: 'done', endedAt: ctx.now() })) return
  throw new DomainError('conflict', 'This was cancelled or done meanwhile.')
}

const named = ({ documentId: id, kind, slug }: DueSchedule) => ({ id, kind, slug })
