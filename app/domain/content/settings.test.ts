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
