import type { z } from 'zod'
import { findAsk, updateAsk } from '#db/queries/asks'
import type { ListedAsk } from '#db/queries/asks'
import { insertAuditEntry } from '#db/queries/audit'
import { findPerson } from '#db/queries/people'
import type { Executor } from '#db/client'
import { isAllowed } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { Context, VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { changeAskSchema } from './schemas'

type Change = z.output<typeof changeAskSchema>

/**
 * Marks an ask as answered or as new again, gives it to a person, keeps a note: what is left out stays.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `asks.answer`; `not-found` for an unknown ask, or a person who
 *   may not answer; `conflict` when it was changed since it was read
 */
export async function changeAsk({ ctx, input }: VerbArgs<z.input<typeof changeAskSchema>>): Promise<void> {
  permit(ctx, 'asks.answer')
  const wish = parseInput(changeAskSchema, input)
  await ctx.db.transaction(async (tx) => {
    const ask = await findAsk(tx, wish.id)
    if (!ask) throw new DomainError('not-found', 'There is no such request.')
    if (wish.assignedTo) await refuseStranger(tx, wish.assignedTo)
    const { visitorId, id } = ask
    if (!(await updateAsk(tx, { visitorId, id, version: wish.version }, columnsOf(ctx, wish)))) {
      throw new DomainError('conflict', 'Somebody else changed this request: look at it again.')
    }
    await tell(tx, ctx, ask, wish)
  })
}

async function refuseStranger(tx: Executor, id: string): Promise<void> {
  const person = await findPerson(tx, id)
  if (person && isAllowed(person.roles, 'asks.answer')) return
  throw new DomainError('not-found', 'This person may not answer requests.', { at: 'assignedTo' })
}

function columnsOf(ctx: Context, { state, assignedTo, note }: Change) {
  const { actorName } = auditActor(ctx.actor)
  const answered = { answeredAt: ctx.now(), answeredBy: actorName }
  return {
    ...(state && { state, ...(state === 'answered' ? answered : { answeredAt: null, answeredBy: null }) }),
    ...(assignedTo !== undefined && { assignedTo: assignedTo || null }),
    ...(note !== undefined && { note }),
  }
}

/** What was done, without the words of the note: the audit outlives the ask. */
async function tell(tx: Executor, ctx: Context, { id, kind }: ListedAsk, wish: Change): Promise<void> {
  const action = wish.state ? wish.state : wish.assignedTo !== undefined ? 'assign' : 'note'
  await insertAuditEntry(tx, {
    ...auditActor(ctx.actor),
    ...{ at: ctx.now(), action: `ask.${action}`, subjectKind: 'ask', subjectId: id, data: { kind } },
  })
}
