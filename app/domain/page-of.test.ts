import { expect, test } from 'vitest'
import { pageOf } from './page-of'

test.each([
  ['/', { route: 'home', document: null }],
  ['/pricing/', { route: 'pricing', document: null }],
  ['/demos/order-to-cash', { route: 'demo', document: 'order-to-cash' }],
  ['/help', { route: 'help', document: null }],
  ['/help/getting-started', { route: 'help-post', document: 'getting-started' }],
  ['/privacy', { route: 'page', document: 'privacy' }],
  ['/demos/A b', null],
  ['/studio/demo/order-to-cash', null],
  ['/try/0190a000-0000-7000-8000-000000000001', null],
  ['/compare/x/y', null],
])('%s is %j', (path, page) => {
  expect(pageOf(path)).toEqual(page)
})
