import { expect, test } from 'vitest'
import { shownPath } from './shown-path'

test('a path is logged without what was asked, and without the token of a personal link', () => {
  expect(shownPath('/try/1?name=Ann')).toBe('/try/1')
  for (const url of [
    '/resume/abc',
    '/join/abc?_data=x',
    '/Resume/abc',
    '//join/abc',
    '/%72esume/abc/',
    '/resum%65/abc',
  ]) {
    expect(shownPath(url), url).not.toContain('abc')
  }
  expect(shownPath('/%E0%A4%A/abc')).toBe('/%E0%A4%A/abc')
})
