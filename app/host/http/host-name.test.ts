import { expect, test } from 'vitest'
import { isLoopback, isOwnName, readHost } from './host-name'

test.each([
  ['localhost', { name: 'localhost', port: null }],
  ['LOCALHOST:3000', { name: 'localhost', port: 3000 }],
  ['[::1]:3000', { name: '::1', port: 3000 }],
  ['try.example.com', { name: 'try.example.com', port: null }],
])('%s is a host', (text, host) => {
  expect(readHost(text)).toEqual(host)
})

test.each([
  ...['', ' ', 'a b', 'a/b', 'user@localhost', 'localhost:', 'localhost:abc', 'localhost:99999', ':3000'],
  ...['[::1', '::1', '[zz]', '[1:2:3]', 'localhost,localhost', 'a..b', '.a', 'ä.example', 'a%00', '<b>'],
])('%j is no host', (text) => {
  expect(readHost(text)).toBeNull()
})

const own = (name: string, bound = '127.0.0.1', localAddress = '::ffff:127.0.0.1') =>
  isOwnName(name, { bound, localAddress })

test('without an origin we answer by the names of this machine and by what we listen on', () => {
  for (const name of ['localhost', '127.0.0.1', '::1']) expect(own(name)).toBe(true)
  expect(own('foyer.internal', 'foyer.internal')).toBe(true)
  expect(own('192.0.2.7', '0.0.0.0', '::ffff:192.0.2.7')).toBe(true)
  expect(own('2001:db8::7', '::', '2001:db8::7')).toBe(true)
})

test.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '192.0.2.8',
  '0.0.0.0',
  'localhost.',
])('a foreign name, %s, is none of ours', (name) => {
  expect(own(name)).toBe(false)
  expect(own(name, '0.0.0.0', '192.0.2.7')).toBe(false)
})

test('loopback is all of 127, and the one address of IPv6', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
    expect(isLoopback(address)).toBe(true)
  for (const address of ['', '128.0.0.1', '10.0.0.1', '::2', '::ffff:10.0.0.1', '127.evil']) {
    expect(isLoopback(address)).toBe(false)
  }
})
