import { expect, test } from 'vitest'
import { createRouteNamer } from './route-namer'

const name = createRouteNamer({
  root: { id: 'root', path: '' },
  layout: { id: 'layout', parentId: 'root' },
  demo: { id: 'demo', parentId: 'layout', path: 'demos/:slug' },
  kind: { id: 'kind', parentId: 'layout', path: 'studio/:kind' },
  audit: { id: 'audit', parentId: 'layout', path: 'studio/audit' },
  rest: { id: 'rest', parentId: 'layout', path: '*' },
})

test.each([
  ['/', '/'],
  ['/demos/order-to-cash', '/demos/:slug'],
  ['/demos/order-to-cash.data', '/demos/:slug'],
  ['/studio/audit', '/studio/audit'],
  ['/studio/help', '/studio/:kind'],
  ['/wp-login.php', 'other'],
  ['/demos/a/b', 'other'],
])('%s is named %s', (path, template) => {
  expect(name(path)).toBe(template)
})
