import type { Actor } from './context'

/** Who is written beside a deed in the audit. A key is told by its name; the prefix keeps it from being a person. */
export function auditActor(actor: Actor): { actorId: string | null; actorName: string } {
  if (actor.kind === 'public') return { actorId: null, actorName: 'visitor' }
  if (actor.kind === 'system') return { actorId: null, actorName: actor.name }
  return { actorId: actor.kind === 'key' ? `key:${actor.id}` : actor.id, actorName: actor.name }
}
