import { expect, test } from 'vitest'
import { parseEnvironment } from './environment'
import { refusalSentence } from './start-refusal'

const SECRET = 's'.repeat(32)
const makeSecret = () => SECRET

const refusalOf = (source: Record<string, string>): string | null => {
  try {
    parseEnvironment(source, makeSecret)
  } catch (error) {
    return refusalSentence(error)
  }
  return null
}

test('an empty environment gives defaults that are safe on one machine', () => {
  const env = parseEnvironment({}, makeSecret)
  expect(env).toMatchObject({
    mode: 'production',
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    secret: SECRET,
    secure: false,
  })
})

test('empty variables count as absent', () => {
  expect(parseEnvironment({ PORT: '', DATABASE_URL: '' }, makeSecret)).toMatchObject({
    port: 3000,
    databaseUrl: null,
  })
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must look like postgres://user:password@host:5432/name.'],
  [
    { DATABASE_URL: 'postgres://foyer:50%off@localhost/foyer' },
    'DATABASE_URL must look like postgres://user:password@host:5432/name.',
  ],
  [{ FOYER_SECRET: 'short' }, 'FOYER_SECRET must be at least 32 characters long.'],
  [
    { FOYER_ORIGIN: 'https://a.example/path' },
    'FOYER_ORIGIN must be an origin such as https://try.example.com, without a path.',
  ],
  [{ FOYER_ADMIN_EMAIL: 'nobody' }, 'FOYER_ADMIN_EMAIL must be an e-mail address.'],
  [
    { FOYER_ADMIN_PASSWORD: 'a-long-password' },
    'FOYER_ADMIN_PASSWORD is set without FOYER_ADMIN_EMAIL: set both or neither.',
  ],
  [{ NODE_ENV: 'staging' }, 'NODE_ENV must be production, development or test.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
])('%j is refused in one sentence', (source, sentence) => {
  expect(refusalOf(source)).toBe(sentence)
})

test('every bad variable is named at once', () => {
  expect(refusalOf({ PORT: 'x', LOG_LEVEL: 'y' })).toMatch(/PORT must.*LOG_LEVEL must/)
})

test('a bad secret is not repeated in the message', () => {
  expect(refusalOf({ FOYER_SECRET: 'hunter2' })).not.toContain('hunter2')
})

test('an https origin makes cookies secure', () => {
  expect(parseEnvironment({ FOYER_ORIGIN: 'https://try.example.com' }, makeSecret).secure).toBe(true)
})
