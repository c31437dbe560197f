import type { Actor } from '../context/context'

/** The actor as an audit entry names it. The prefix of a key distinguishes its id from a person's. */
export function auditActor(actor: Actor): { actorId: string | null; actorName: string } {
  if (actor.kind === 'public') return { actorId: null, actorName: 'visitor' }
  if (actor.kind === 'system') return { actorId: null, actorName: actor.name }
  return { actorId: actor.kind === 'key' ? `key:${actor.id}` : actor.id, actorName: actor.name }
}
