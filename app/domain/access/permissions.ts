/** The people who work in Foyer. One person may hold several roles. */
export const STAFF_ROLES = ['operator', 'publisher', 'growth', 'admin'] as const

export type StaffRole = (typeof STAFF_ROLES)[number]

/** Everything that a verb may ask permission for, as `<subject>.<action>`. */
export const PERMISSIONS = [
  'documents.read',
  'documents.edit',
  'documents.publish',
  'documents.retire',
  'boards.read',
  'trials.read',
  'simulated.remove',
  'audit.read',
  'people.manage',
] as const

export type Permission = (typeof PERMISSIONS)[number]

const AUTHORING: Permission[] = ['documents.read', 'documents.edit', 'audit.read']
const PUBLISHING: Permission[] = [...AUTHORING, 'documents.publish', 'documents.retire']
const MEASURING: Permission[] = ['documents.read', 'boards.read', 'trials.read']

/** Who may do what. Absent means denied. */
const MATRIX: Record<StaffRole, readonly Permission[]> = {
  operator: AUTHORING,
  publisher: PUBLISHING,
  growth: MEASURING,
  admin: PERMISSIONS,
}

/** True when any of the roles grants the permission. Nobody without a role may do anything. */
export function isAllowed(roles: readonly StaffRole[], permission: Permission): boolean {
  return roles.some((role) => MATRIX[role].includes(permission))
}
