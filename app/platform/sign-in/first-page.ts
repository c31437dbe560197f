import type { StaffRole } from '~/domain/access/permissions'
import { isAllowed } from '~/domain/access/permissions'
import { paths } from '~/paths'

/** Where the work of somebody with these roles begins. Who may open nothing else has an account of their own. */
export function firstPage(roles: readonly StaffRole[]): string {
  if (isAllowed(roles, 'documents.edit')) return paths.studio()
  if (isAllowed(roles, 'boards.read')) return paths.boards()
  return isAllowed(roles, 'documents.read') ? paths.documents('demo') : paths.account()
}
