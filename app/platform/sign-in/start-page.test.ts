import { expect, test } from 'vitest'
import { STAFF_ROLES } from '~/domain/access/permissions'
import { startPage } from './start-page'

test.each([
  [['operator'], '/studio'],
  [['publisher'], '/studio'],
  [['growth'], '/boards'],
  [['admin'], '/studio'],
  [['growth', 'operator'], '/studio'],
  [[], '/account'],
] as const)('%j begin at %s', (roles, page) => {
  expect(startPage(roles)).toBe(page)
})

test('every role has a page to begin at', () => {
  for (const role of STAFF_ROLES) expect(startPage([role])).toMatch(/^\//)
})
