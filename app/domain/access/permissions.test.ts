import { expect, test } from 'vitest'
import { API_SCOPES } from './api-scopes'
import { PERMISSIONS, STAFF_ROLES, isAllowed, isInScope, type Permission } from './permissions'

/** Who may do what, as a person would write it on paper. */
const WHO: Record<Permission, string> = {
  'documents.read': 'operator publisher growth admin',
  'documents.edit': 'operator publisher admin',
  'documents.publish': 'publisher admin',
  'documents.retire': 'publisher admin',
  'boards.read': 'growth admin',
  'boards.save': 'growth admin',
  'targets.manage': 'growth admin',
  'trials.read': 'growth admin',
  'trials.judge': 'growth admin',
  'splits.manage': 'growth admin',
  'alerts.manage': 'growth admin',
  'webhooks.manage': 'admin',
  'shares.manage': 'growth admin',
  'trials.note': 'growth admin',
  'accounts.manage': 'growth admin',
  'costs.manage': 'growth admin',
  'simulated.remove': 'admin',
  'conversions.read': 'growth admin',
  'conversions.manage': 'growth admin',
  'asks.read': 'growth admin',
  'asks.answer': 'growth admin',
  'keys.manage': 'admin',
  'outbox.read': 'admin',
  'audit.read': 'operator publisher admin',
  'people.manage': 'admin',
  'privacy.manage': 'admin',
}

test.each(PERMISSIONS)('%s belongs to exactly the roles that it is meant for', (permission) => {
  expect(STAFF_ROLES.filter((role) => isAllowed([role], permission)).join(' ')).toBe(WHO[permission])
})

test.each(PERMISSIONS)('nobody without a role may do %s', (permission) => {
  expect(isAllowed([], permission)).toBe(false)
})

test('of several roles one that grants the permission is enough, in any order', () => {
  expect(isAllowed(['operator', 'growth'], 'boards.read')).toBe(true)
  expect(isAllowed(['growth', 'operator'], 'boards.read')).toBe(true)
  expect(isAllowed(['growth', 'operator'], 'people.manage')).toBe(false)
})

test.each([
  ['conversions:read', ['conversions.read']],
  ['conversions:write', ['conversions.manage']],
  ['boards:read', ['boards.read']],
  ['trials:read', ['trials.read']],
] as const)('a key with %s may do that and nothing else', (scope, granted) => {
  expect(PERMISSIONS.filter((permission) => isInScope([scope], permission))).toEqual(granted)
})

test('of several scopes each grants its own, and a key without one may do nothing', () => {
  const granted = (scopes: Parameters<typeof isInScope>[0]) =>
    PERMISSIONS.filter((permission) => isInScope(scopes, permission))
  expect(granted(API_SCOPES)).toEqual([
    ...['boards.read', 'trials.read', 'conversions.read', 'conversions.manage'],
  ])
  expect(granted([])).toEqual([])
})
