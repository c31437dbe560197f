import { expect, test } from 'vitest'
import { networkKey } from './network-key'

const NOON = new Date('2026-03-02T12:00:00Z')
const keyOf = (address: string, now = NOON, secret = 'one') => networkKey(address, now, secret)

test('a network keeps its key for a day and gets another the next', () => {
  expect(keyOf('192.0.2.7')).toBe(keyOf('192.0.2.7', new Date('2026-03-02T23:59:59Z')))
  expect(keyOf('192.0.2.7')).not.toBe(keyOf('192.0.2.7', new Date('2026-03-03T00:00:00Z')))
  expect(keyOf('192.0.2.7')).not.toBe(keyOf('192.0.2.8'))
})

test('without the secret the key tells nothing', () => {
  expect(keyOf('192.0.2.7')).not.toBe(keyOf('192.0.2.7', NOON, 'other'))
  expect(keyOf('192.0.2.7')).not.toContain('192')
})

test('IPv4 in IPv6 clothes is the same network', () => {
  expect(keyOf('::ffff:192.0.2.7')).toBe(keyOf('192.0.2.7'))
})

test('of IPv6 the first half counts', () => {
  expect(keyOf('2001:db8:1:2:aaaa::1')).toBe(keyOf('2001:0db8:0001:0002::9'))
  expect(keyOf('2001:db8:1:2::1')).not.toBe(keyOf('2001:db8:1:3::1'))
  expect(keyOf('fe80::1%eth0')).toBe(keyOf('fe80::2'))
})
