import { isAllowed } from '~/domain/access/permissions'
import type { Context } from '~/platform/context/context'

/** Whether to offer what judges trials. The verb decides again when it is asked for. */
export function mayRule({ actor }: Context): boolean {
  return actor.kind === 'staff' && isAllowed(actor.roles, 'trials.judge')
}
