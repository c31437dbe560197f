import type { StaffRole } from '~/domain/access/permissions'
import { isAllowed } from '~/domain/access/permissions'
import { paths } from '~/paths'

/** The start page for these staff roles. Those who can open nothing else get their account page. */
export function startPage(roles: readonly StaffRole[]): string {
  if (isAllowed(roles, 'documents.edit')) return paths.studio()
  if (isAllowed(roles, 'boards.read')) return paths.boards()
  return isAllowed(roles, 'documents.read') ? paths.documents('demo') : paths.account()
}
