import { expect, test } from 'vitest'
import { readLanding } from './landing'

const read = (query: string, referrer: string | null = null) =>
  readLanding(new URLSearchParams(query), referrer)

test('all five campaign parameters, a click id and a share code are read', () => {
  expect(
    read(
      'utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=erp&utm_content=blue&gclid=Cj0&ref=ann',
    ),
  ).toEqual({
    source: 'google',
    medium: 'cpc',
    campaign: 'spring',
    term: 'erp',
    content: 'blue',
    clickName: 'gclid',
    clickId: 'Cj0',
    share: 'ann',
  })
  expect(read('s=bob', 'https://a.example/x')).toEqual({ share: 'bob', referrer: 'https://a.example/x' })
})

test('other parameters and empty ones are left alone, long ones are cut', () => {
  expect(read('yclid=1&email=a@b.c&utm_source=&gclid= ')).toStrictEqual({})
  expect(read(`fbclid=${'x'.repeat(500)}`).clickId).toHaveLength(120)
})
