import { expect, test } from 'vitest'
import { patternProblem } from './pattern'

test.each(['[A-Z]{2}[0-9]{4}', '\\d+-\\d+', '(DE|FR)\\d*', '[^@]+@[^@]+\\.[a-z]{2,8}'])(
  '%s is quick',
  (pattern) => {
    expect(patternProblem(pattern)).toBeNull()
  },
)

test.each(['(a+)+', '(a|a)*', '(?=a)b', '(a)\\1', '.*.*.*.*x', '[', '(a{1,9}){9}'])(
  '%s is refused',
  (pattern) => {
    expect(patternProblem(pattern)).not.toBeNull()
  },
)
