import { isAllowed } from '~/domain/access/permissions'
import type { Context } from '~/platform/context/context'

/** Whether to offer the removal of simulated trials. The verb decides again when it is asked for. */
export function mayRemoveSimulated({ actor }: Context): boolean {
  return actor.kind === 'staff' && isAllowed(actor.roles, 'simulated.remove')
}
