import type { Permission } from '~/domain/access/permissions'
import { isAllowed } from '~/domain/access/permissions'
import type { Context } from './context'

/** Whether to offer something. The verb decides again when it is done. */
export function mayDo({ actor }: Context, permission: Permission): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && isAllowed(actor.roles, permission))
}
