import { expect, test } from 'vitest'
import { landingQuery, readLanding } from './landing'

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

test('other parameters and empty ones are left alone', () => {
  expect(read('yclid=1&email=a@b.c&utm_source=&gclid= ')).toStrictEqual({})
})

test('a click id is kept whole up to 512 characters, a longer one left out', () => {
  const id = (length: number) => `fb.1.${'x'.repeat(length - 5)}`
  for (const length of [120, 121, 190, 512]) expect(read(`fbclid=${id(length)}`).clickId).toBe(id(length))
  expect(read(`fbclid=${id(513)}`)).toStrictEqual({ clickName: 'fbclid' })
})

test('a share code is whole or left out, a text is cut between two characters', () => {
  expect(read(`ref=${'c'.repeat(120)}`).share).toHaveLength(120)
  expect(read(`ref=${'c'.repeat(121)}`)).toStrictEqual({})
  const cut = read(`utm_campaign=${encodeURIComponent('x' + '😀'.repeat(200))}`).campaign
  expect(cut).toBe('x' + '😀'.repeat(59))
})

test('a landing that is handed on to the next page is read there again, with its referrer', () => {
  const landing = read('utm_source=google&utm_content=blue&gclid=Cj0&ref=ann', 'https://example.com/list')
  const query = new URLSearchParams(landingQuery(landing))
  expect(readLanding(query, 'https://our.example/')).toEqual(landing)
  expect(landingQuery({})).toEqual({})
})
