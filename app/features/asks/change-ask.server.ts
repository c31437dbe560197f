import type { z } from 'zod'
import { findAsk, updateAsk } from '#db/queries/asks'
import { findPerson } from '#db/queries/people'
import type { Executor } from '#db/client'
import { isAllowed } from '~/domain/access/permissions'
import type { AuditAction } from '~/domain/audit/actions'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { changeAskSchema } from './schemas'

type Change = z.output<typeof changeAskSchema>

/**
 * Marks an ask as answered or as new again, gives it to a person, keeps a note: what is left out stays.
 *
 * @throws DomainError `not-found` for an unknown ask, or a person who
 *   may not answer; `conflict` when it was changed since it was read
 */
export const changeAsk = verb(
  {
    permission: 'asks.answer',
    input: changeAskSchema,
    audit: ['ask.answered', 'ask.new', 'ask.assign', 'ask.note'],
  },
  async ({ ctx, input: wish, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const ask = await findAsk(tx, wish.id)
      if (!ask) throw new DomainError('not-found', 'There is no such request.')
      if (wish.assignedTo) await refuseStranger(tx, wish.assignedTo)
      const { visitorId, id } = ask
      if (!(await updateAsk(tx, { visitorId, id, version: wish.version }, columnsOf(ctx, wish)))) {
        throw new DomainError('conflict', 'Somebody else changed this request: look at it again.')
      }
      await audit(tx, actionOf(wish), { subject: id, data: { kind: ask.kind } })
    })
  },
)

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

/** The words of a note are left out: the audit outlives the ask. */
function actionOf({ state, assignedTo }: Change): AuditAction & `ask.${string}` {
  if (state) return `ask.${state}`
  return assignedTo === undefined ? 'ask.note' : 'ask.assign'
}
