import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import { listApprovers, listDraftAuthors } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'

const REFUSAL =
  'In this center somebody else approves what you changed: ask for review, or let another publisher publish it.'

/**
 * Where two people must have seen what goes live: refuses an author of the draft who alone would approve it.
 * @throws DomainError `conflict` with `reason: 'four-eyes'`
 */
export async function refuseOwnApproval(tx: Executor, ctx: Context, document: DocumentRow): Promise<void> {
  if (!(await isFourEyes(ctx)) || ctx.actor.kind !== 'staff') return
  if (await isAuthor(tx, document, ctx.actor.id)) throw ownApproval()
}

/**
 * The same for publishing: an author may publish what another has approved.
 * @throws DomainError `conflict` with `reason: 'four-eyes'`
 */
export async function refuseSolePublishing(
  tx: Executor,
  ctx: Context,
  document: DocumentRow,
  contentHash: string,
): Promise<void> {
  if (!(await isFourEyes(ctx)) || ctx.actor.kind !== 'staff') return
  const { id } = ctx.actor
  const approvers = await listApprovers(tx, document.id, contentHash)
  if (approvers.some((approver) => approver !== id)) return
  if (await isAuthor(tx, document, id)) throw ownApproval()
}

async function isFourEyes(ctx: Context): Promise<boolean> {
  return (await workspaceSettings(ctx)).review?.fourEyes ?? false
}

async function isAuthor(tx: Executor, document: DocumentRow, personId: string): Promise<boolean> {
  return document.updatedBy === personId || (await listDraftAuthors(tx, document.id)).includes(personId)
}

const ownApproval = () => new DomainError('conflict', REFUSAL, { reason: 'four-eyes' })
