import type { Actor } from '../context/context'

/** How an entry names who acted. The prefix of a key keeps its id from being taken for a person's. */
export function auditActor(actor: Actor): { actorId: string | null; actorName: string } {
  if (actor.kind === 'public') return { actorId: null, actorName: 'visitor' }
  if (actor.kind === 'system') return { actorId: null, actorName: actor.name }
  return { actorId: actor.kind === 'key' ? `key:${actor.id}` : actor.id, actorName: actor.name }
}
