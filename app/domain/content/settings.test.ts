import { expect, test } from 'vitest'

import { settingsSchema } from './settings'

const settings = {
  format: 'foyer-settings/1',
  name: 'Foyer',
  locales: ['en', 'zh', 'es'],
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
  conversionWindowDays: 30,
  consent: 'ask',
  embedHosts: ['https://www.example.com', 'https://*.example.org:8443'],
}

test('settings without retention and networks are complete, and with them as well', () => {
  const retention = { traces: 6, trials: 12 }
  const networks = { internal: ['203.0.113.0/24'], datacenter: ['2001:db8::/32'] }
  expect(settingsSchema.parse({ ...settings, retention, networks })).toMatchObject({ retention, networks })
})

test('complete settings are accepted', () => {
  expect(settingsSchema.parse(settings)).toEqual(settings)
})

test('amounts of other currencies have a rate each', () => {
  const rates = { USD: 0.92, JPY: 0.0061 }
  expect(settingsSchema.parse({ ...settings, rates })).toMatchObject({ rates })
})

test.each([
  [{ USD: 0 }, ['rates', 'USD'], 'Write a rate above 0'],
  [{ USD: '0.92' }, ['rates', 'USD'], 'Write a rate as a number, e.g. 1.08'],
  [{ dollar: 0.92 }, ['rates', 'dollar'], 'Write a currency as three capitals, e.g. EUR'],
  [{ ZZZ: 0.92 }, ['rates', 'ZZZ'], 'There is no currency ZZZ: write one in use, e.g. EUR'],
  [{ EUR: 1.1 }, ['rates', 'EUR'], 'EUR is the currency of the center: one is worth one. Leave it out'],
])('the rates %j are refused at %j', (rates, path, message) => {
  const { error } = settingsSchema.safeParse({ ...settings, rates })
  expect(error?.issues).toContainEqual(expect.objectContaining({ path, message }))
})

test.each([
  { timeZone: 'Madrid' },
  { timeZone: '+02:00' },
  { locales: [] },
  { locales: ['en', 'en'] },
  { locales: ['fr'] },
  { currency: 'euro' },
  { currency: 'ZZZ' },
  { currency: 'XXX' },
  { name: '  ' },
  { name: 'A\nB' },
  { name: '\u202eA' },
  { name: 'A'.repeat(61) },
  { conversionWindowDays: 0 },
  { consent: 'maybe' },
  { embedHosts: ['https://example.com/path'] },
  { embedHosts: ['http://example.com'] },
  { embedHosts: ['*'] },
  { embedHosts: ['https://*'] },
  { embedHosts: ['https://a.example:0'] },
  { embedHosts: ['https://a.example:65536'] },
  { embedHosts: ['https://müller.example'] },
  { embedHosts: ["https://a.example; script-src 'unsafe-inline'"] },
  { extra: true },
  { retention: { traces: 13, trials: 12 } },
  { retention: { traces: 0, trials: 12 } },
  { networks: { internal: ['203.0.113.7'] } },
  { networks: { internal: ['203.0.113.0/33'] } },
])('settings with %j are refused', (change) => {
  expect(settingsSchema.safeParse({ ...settings, ...change }).success).toBe(false)
})
