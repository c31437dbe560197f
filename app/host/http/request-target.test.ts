import { expect, test } from 'vitest'
import { readTarget } from './request-target'

test.each([
  ['/', '/'],
  ['/demos/a%20b?x=%', '/demos/a b'],
  ['/%73tudio', '/studio'],
  ['//evil.example/x', '//evil.example/x'],
  ['/help?next=/%E0%A4%A', '/help'],
])('%s is the path %s', (url, path) => {
  expect(readTarget(url)).toEqual({ url, path, host: null })
})

test('a whole address gives its host, and its path without it', () => {
  expect(readTarget('http://a.example:80/x?y')).toEqual({ url: '/x?y', path: '/x', host: 'a.example:80' })
  expect(readTarget('HTTP://a.example?y')).toEqual({ url: '/?y', path: '/', host: 'a.example' })
})

test.each([
  ...['/%', '/%E0%A4%A', '/%zz', '/demos/%ff', '/assets/%c0%ae', '/%00', '/a%0Ab', '/a#b'],
  ...['', '*', 'studio', 'ftp://a.example/', 'javascript:alert(1)'],
])('%j is no address', (url) => {
  expect(readTarget(url)).toBeNull()
})
