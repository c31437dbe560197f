import type { Permission } from '~/domain/access/permissions'
import { isAllowed, isInScope } from '~/domain/access/permissions'
import type { Context } from './context'

/** Whether to offer an action in the interface. The verb checks the permission again. */
export function isPermitted({ actor }: Context, permission: Permission): boolean {
  if (actor.kind === 'key') return isInScope(actor.scopes, permission)
  return actor.kind === 'system' || (actor.kind === 'staff' && isAllowed(actor.roles, permission))
}
