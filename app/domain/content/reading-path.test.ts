import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import routes from '~/routes'
import { isReadingPath } from './reading-path'

test.each(['/', '/demos/order-to-cash', '/pricing', '/pricing/', '/help', '/help/getting-started', '/trust'])(
  '%s is a reading page',
  (path) => expect(isReadingPath(path)).toBe(true),
)

test.each([
  '/demos',
  '/demos/a/b',
  '/talk',
  '/me',
  '/me/data',
  '/try/x',
  '/studio',
  '/favicon.svg',
  '/robots.txt',
  '/a/b',
  '/api/v1',
])('%s is not a reading page', (path) => expect(isReadingPath(path)).toBe(false))

/** The addresses below a layout or outside of it, with a name in place of each parameter. */
function addressesOf(entries: readonly RouteConfigEntry[], isInside: boolean): string[] {
  return entries
    .filter((entry) => entry.path !== '*' && !entry.path?.endsWith('/*'))
    .flatMap((entry) => {
      if (entry.children) return addressesOf(entry.children, isInside || entry.file.endsWith('/reading.tsx'))
      return isInside ? [`/${entry.path ?? ''}`.replaceAll(/:\w+/g, 'a-name')] : []
    })
}

test('exactly the pages below the reading layout are reading pages', () => {
  const inside = addressesOf(routes, false)
  const all = addressesOf(routes, true)
  expect(inside.length).toBeGreaterThan(4)
  expect(all.filter(isReadingPath).sort()).toEqual(inside.sort())
})
