import { expect, test } from 'vitest'
import * as judge from './judge-facts'

const DAY_MS = 86_400_000

test('a database with all migrations is good, one behind is a warning, one ahead is bad', () => {
  const facts = { version: 180_004, applied: 21, known: 21 }
  expect(judge.judgeDatabase(facts)).toEqual({
    ...{ part: 'database', state: 'good', says: 'PostgreSQL 18.4, all 21 migrations.' },
  })
  expect(judge.judgeDatabase({ ...facts, applied: 20 })).toMatchObject({ state: 'warning' })
  expect(judge.judgeDatabase({ ...facts, applied: 22 })).toMatchObject({ state: 'bad' })
})

test('a disk is judged by what is free', () => {
  expect(judge.judgeDisk({ free: 40e9, total: 100e9 }).state).toBe('good')
  expect(judge.judgeDisk({ free: 1e9, total: 100e9 }).state).toBe('warning')
  expect(judge.judgeDisk({ free: 40e9, total: 1_000e9 }).state).toBe('warning')
  expect(judge.judgeDisk({ free: 0.2e9, total: 100e9 })).toMatchObject({
    state: 'bad',
    remedy: expect.any(String),
  })
})

test('a clock may differ by two seconds, in either direction', () => {
  expect(judge.judgeClock({ differenceMs: -1_900 }).state).toBe('good')
  expect(judge.judgeClock({ differenceMs: -2_100 }).state).toBe('warning')
  expect(judge.judgeClock({ differenceMs: 2_100 }).state).toBe('warning')
})

test('a secret that others can read is a warning, and a place that cannot be written is bad', () => {
  expect(judge.judgePermissions({ writable: true, secretMode: 0o600 }).state).toBe('good')
  expect(judge.judgePermissions({ writable: true, secretMode: null }).state).toBe('good')
  expect(judge.judgePermissions({ writable: true, secretMode: 0o644 }).state).toBe('warning')
  expect(judge.judgePermissions({ writable: false, secretMode: 0o600 }).state).toBe('bad')
})

test('settings of proxies are compared with the address', () => {
  const local = { origin: null, proxies: 0, host: '127.0.0.1' }
  expect(judge.judgeProxies(local).state).toBe('good')
  expect(judge.judgeProxies({ ...local, host: '0.0.0.0' }).state).toBe('warning')
  expect(judge.judgeProxies({ ...local, origin: 'https://try.example.com' }).state).toBe('warning')
  expect(judge.judgeProxies({ ...local, origin: 'https://try.example.com', proxies: 1 }).state).toBe('good')
  expect(judge.judgeProxies({ ...local, origin: 'http://try.example.com', host: '0.0.0.0' }).state).toBe(
    'warning',
  )
})

test('mail is judged by its server, then by what failed', () => {
  expect(judge.judgeMail({ isSet: false, problem: null, failed: 0 }).state).toBe('warning')
  expect(judge.judgeMail({ isSet: true, problem: 'ECONNREFUSED', failed: 0 })).toMatchObject({
    ...{ state: 'bad', says: 'The mail server was not reached (ECONNREFUSED).' },
  })
  expect(judge.judgeMail({ isSet: true, problem: null, failed: 2 }).state).toBe('warning')
  expect(judge.judgeMail({ isSet: true, problem: null, failed: 0 }).state).toBe('good')
})

test('a backup is good for two days, and bad after a week', () => {
  expect(judge.judgeBackup({ ageMs: null }).state).toBe('warning')
  expect(judge.judgeBackup({ ageMs: DAY_MS }).state).toBe('good')
  expect(judge.judgeBackup({ ageMs: 3 * DAY_MS }).state).toBe('warning')
  expect(judge.judgeBackup({ ageMs: 8 * DAY_MS })).toMatchObject({
    state: 'bad',
    says: 'The last backup is 8 days old.',
  })
})

test('a copy that is behind, being made or not asked is a warning', () => {
  expect(judge.judgeCopy({ lagSeconds: 0.7 }).state).toBe('good')
  expect(judge.judgeCopy({ lagSeconds: 30 }).state).toBe('warning')
  expect(judge.judgeCopy({ lagSeconds: null }).state).toBe('warning')
  expect(judge.judgeCopy({ lagSeconds: 'stopped' }).state).toBe('warning')
})

test('two months ahead must have a partition', () => {
  expect(judge.judgePartitions({ ahead: 3 }).state).toBe('good')
  expect(judge.judgePartitions({ ahead: 1 }).state).toBe('warning')
})
