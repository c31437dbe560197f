import { expect, test } from 'vitest'
import { readablePassword } from './first-start'
import { welcome } from './welcome'

test('a made-up password is long, easy to type and never the same', () => {
  const passwords = new Set(Array.from({ length: 50 }, readablePassword))
  expect(passwords.size).toBe(50)
  for (const password of passwords)
    expect(password).toMatch(/^([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$/)
})

test('a password that was given is not shown, a made one is shown once', () => {
  expect(welcome('http://x', { email: 'a@b.example', password: null })).toContain('FOYER_ADMIN_PASSWORD')
  expect(welcome('http://x', { email: 'a@b.example', password: 'made-up' })).toContain('made-up')
  expect(welcome('http://x', null)).not.toContain('Password')
})
