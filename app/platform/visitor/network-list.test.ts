import { expect, test } from 'vitest'
import { isInNetworks } from './network-list'

const OFFICE = ['203.0.113.0/24', '2001:db8:7::/48']

test.each([
  ['203.0.113.0', true],
  ['203.0.113.255', true],
  ['203.0.114.0', false],
  ['::ffff:203.0.113.9', true],
  ['2001:db8:7:ffff::1', true],
  ['2001:db8:8::1', false],
  ['fe80::1%eth0', false],
  ['', false],
  ['not an address', false],
])('%s is in the networks: %s', (address, expected) => {
  expect(isInNetworks(address, OFFICE)).toBe(expected)
})

test('no networks hold nobody', () => {
  expect(isInNetworks('203.0.113.1', [])).toBe(false)
})
