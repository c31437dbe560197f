import { expect, test } from 'vitest'
import { localPath, mainLocale, splitLocale } from './local-path'

test.each([
  ['/', '/es'],
  ['/?role=owner', '/es?role=owner'],
  ['/pricing?period=yearly#plans', '/es/pricing?period=yearly#plans'],
  ['/demos/order-to-cash', '/es/demos/order-to-cash'],
  ['/trust', '/es/trust'],
  ['/talk?goal=quote', '/talk?goal=quote'],
  ['/try/1', '/try/1'],
])('%s in Spanish is %s', (address, expected) => {
  expect(localPath(address, 'es', 'en')).toBe(expected)
  expect(localPath(address, 'en', 'en')).toBe(address)
})

test.each([
  ['/es', 'es', '/'],
  ['/es?x=1', 'es', '/?x=1'],
  ['/zh/pricing', 'zh', '/pricing'],
  ['/en/talk', 'en', '/talk'],
  ['/zh//evil.example', 'zh', '//evil.example'],
  ['/fr/pricing', null, '/fr/pricing'],
  ['/espresso', null, '/espresso'],
  ['/', null, '/'],
])('%s names the language %s of %s', (address, locale, rest) => {
  expect(splitLocale(address)).toEqual({ locale, rest })
})

test('addresses without a language are English where it is offered, else the first', () => {
  expect(mainLocale(['zh', 'en'])).toBe('en')
  expect(mainLocale(['zh', 'es'])).toBe('zh')
})
