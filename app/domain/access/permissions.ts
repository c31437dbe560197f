import type { ApiScope } from './api-scopes'

/** Staff roles. One person may have several. */
export const STAFF_ROLES = ['operator', 'publisher', 'growth', 'admin'] as const

export type StaffRole = (typeof STAFF_ROLES)[number]

/** Everything that a verb may ask permission for, as `<subject>.<action>`. */
export const PERMISSIONS = [
  'documents.read',
  'documents.edit',
  'documents.publish',
  'documents.retire',
  'boards.read',
  /** Funnels and segments under a name. */
  'boards.save',
  /** Targets and owners of the stages. */
  'targets.manage',
  'trials.read',
  'trials.judge',
  'splits.manage',
  'alerts.manage',
  'webhooks.manage',
  'shares.manage',
  /** What staff note on a trial. */
  'trials.note',
  'accounts.manage',
  /** What was paid for channels. */
  'costs.manage',
  'simulated.remove',
  'conversions.read',
  'conversions.manage',
  'asks.read',
  'asks.answer',
  'keys.manage',
  'outbox.read',
  'audit.read',
  'people.manage',
  /** What is stored of visitors, for how long and with whose consent. */
  'privacy.manage',
] as const

export type Permission = (typeof PERMISSIONS)[number]

const AUTHORING: Permission[] = ['documents.read', 'documents.edit', 'audit.read']
const PUBLISHING: Permission[] = [...AUTHORING, 'documents.publish', 'documents.retire']
const MEASURING: Permission[] = [
  'documents.read',
  'boards.read',
  'boards.save',
  'targets.manage',
  'trials.read',
  'trials.judge',
  'splits.manage',
  'alerts.manage',
  'shares.manage',
  'trials.note',
  'accounts.manage',
  'costs.manage',
  'conversions.read',
  'conversions.manage',
  'asks.read',
  'asks.answer',
]

/** Who may do what. Absent means denied. */
const MATRIX: Record<StaffRole, readonly Permission[]> = {
  operator: AUTHORING,
  publisher: PUBLISHING,
  growth: MEASURING,
  admin: PERMISSIONS,
}

/** What an API key may do by each of its scopes. */
const BY_SCOPE: Record<ApiScope, readonly Permission[]> = {
  'conversions:read': ['conversions.read'],
  'conversions:write': ['conversions.manage'],
  'boards:read': ['boards.read'],
  'trials:read': ['trials.read'],
}

/** True when any of the scopes of an API key grants the permission. */
export function isInScope(scopes: readonly ApiScope[], permission: Permission): boolean {
  return scopes.some((scope) => BY_SCOPE[scope].includes(permission))
}

/** True when any of the roles grants the permission. Nobody without a role may do anything. */
export function isAllowed(roles: readonly StaffRole[], permission: Permission): boolean {
  return roles.some((role) => MATRIX[role].includes(permission))
}
