import { expect, test } from 'vitest'
import { addressOfSignIn, signInName } from './sign-in-name'

test('a plain address signs in as itself, in small letters', () => {
  expect(signInName('Ana@Example.com')).toBe('ana@example.com')
  expect(addressOfSignIn('ana@example.com')).toBe('ana@example.com')
})

test.each(['josé@ejemplo.es', '用户@xn--fsqu00a.xn--fiqs8s'])(
  '%s signs in under a plain name that reads back',
  (address) => {
    const name = signInName(address)
    expect(name).toMatch(/^[0-9a-f]+@address\.invalid$/)
    expect(addressOfSignIn(name)).toBe(address)
  },
)
