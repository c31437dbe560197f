import { expect, test } from 'vitest'
import { loggablePath } from './loggable-path'

test('a path is logged without what was asked, and without the token of a personal link', () => {
  expect(loggablePath('/try/1?name=Ann')).toBe('/try/1')
  for (const url of [
    '/resume/abc',
    '/join/abc?_data=x',
    '/Resume/abc',
    '//join/abc',
    '/%72esume/abc/',
    '/resum%65/abc',
  ]) {
    expect(loggablePath(url), url).not.toContain('abc')
  }
  expect(loggablePath('/%E0%A4%A/abc')).toBe('/%E0%A4%A/abc')
})
