import type { StaffRole } from '~/domain/access/permissions'
import type { Context } from '~/platform/context/context'
import type { TestApp } from './test-app'

/** The context of a member of staff with these roles. It creates no row for the person. */
export function asStaff(test: TestApp, ...roles: StaffRole[]): Context {
  const name = roles.join(' and ') || 'nobody'
  const actor = { kind: 'staff' as const, id: `id-of-${name}`, name, email: `${name}@example.com`, roles }
  return test.as(null, { actor })
}
