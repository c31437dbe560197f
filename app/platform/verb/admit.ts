import type { Permission } from '~/domain/access/permissions'
import { isAllowed, isInScope } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import type { Actor, Context, VisitorIdentity } from '../context/context'

/**
 * Whom a use case lets in: the holders of a permission, or
 *
 * - `anyone`: whoever asks, known or not;
 * - `visitor`: a browser with an id, for what belongs to that visitor;
 * - `signed-in`: a person of the company, whatever their roles;
 * - `system`: Foyer itself, at its start and in its jobs.
 */
export type Admission = Permission | 'anyone' | 'visitor' | 'signed-in' | 'system'

/** The context after access was granted. */
export type Admitted<By extends Admission> = By extends 'visitor'
  ? Context & { visitor: VisitorIdentity }
  : By extends 'signed-in'
    ? Context & { actor: Extract<Actor, { kind: 'staff' }> }
    : Context

/**
 * Refuses whoever may not come in. It reads the context alone, so nothing was looked up when it refuses.
 * @throws DomainError `unauthenticated` for somebody unknown; `forbidden` for somebody known; `not-found` for a browser
 *   without an id, to which nothing can belong
 */
export function admit(ctx: Pick<Context, 'actor' | 'visitor'>, admission: Admission): void {
  switch (admission) {
    case 'anyone':
      return
    case 'visitor':
      if (ctx.visitor === null) throw new DomainError('not-found', 'This browser has no id.')
      return
    case 'signed-in':
      if (ctx.actor.kind !== 'staff') throw new DomainError('unauthenticated', 'Sign in to do this.')
      return
    case 'system':
      if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'Only Foyer itself does this.')
      return
    default:
      permit(ctx.actor, admission)
  }
}

function permit(actor: Actor, permission: Permission): void {
  if (actor.kind === 'system') return
  if (actor.kind === 'public') throw new DomainError('unauthenticated', 'Sign in to do this.')
  if (actor.kind === 'key') {
    if (isInScope(actor.scopes, permission)) return
    throw new DomainError('forbidden', `This key lacks the scope for ${permission}.`, { permission })
  }
  if (!isAllowed(actor.roles, permission)) {
    throw new DomainError('forbidden', `Your roles do not include the permission ${permission}.`, {
      permission,
    })
  }
}
