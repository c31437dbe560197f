import { expect, test } from 'vitest'
import { patternProblem } from './pattern'

test.each([
  '[A-Z]{2}[0-9]{4}',
  '\\d+-\\d+',
  '(DE|FR)\\d*',
  '[^@]+@[^@]+\\.[a-z]{2,8}',
  '(AT|BE|CH|DE|ES|FR|IT|LU|NL|PT|SE|US)[0-9]{2,12}',
  '[A-Z]{1,3}-?[A-Z]{0,2} ?[0-9]{1,4}[EH]?',
])('%s is accepted', (pattern) => {
  expect(patternProblem(pattern)).toBeNull()
})

test.each([
  '(a+)+',
  '(a|a)*',
  '(?=a)b',
  '(a)\\1',
  '.*.*.*.*x',
  '[',
  '(a{1,9}){9}',
  'a?'.repeat(30) + 'a'.repeat(30),
  'a{0,200}a{0,200}a{0,200}a{0,200}b',
  '(a|b|a)'.repeat(20),
])('%s is refused', (pattern) => {
  expect(patternProblem(pattern)).not.toBeNull()
})

test('a pattern that is accepted answers at once, also where it almost matches', () => {
  for (const pattern of ['.*.*.*x', 'a{0,60}a{0,60}a{0,60}a{0,60}b', 'a?'.repeat(23)]) {
    expect(patternProblem(pattern)).toBeNull()
    expect(new RegExp(`^(?:${pattern})$`, 'u').test('a'.repeat(200))).toBe(false)
  }
})
