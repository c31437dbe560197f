import { expect, test } from 'vitest'
import { alternatesOf, sitemapOf } from './sitemap'

test('a page has an address in each offered language, and one for whoever prefers none of them', () => {
  expect(alternatesOf('/pricing', ['en', 'es'])).toEqual([
    { language: 'en', path: '/pricing' },
    { language: 'es', path: '/es/pricing' },
    { language: 'x-default', path: '/pricing' },
  ])
})

test('a sitemap lists each page once a language, with all languages beside it', () => {
  const text = sitemapOf('https://try.example', ['/', '/demos/a&b'], ['en', 'zh'])
  expect([...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://try.example/',
    'https://try.example/zh',
    'https://try.example/demos/a&amp;b',
    'https://try.example/zh/demos/a&amp;b',
  ])
  expect(text.match(/hreflang="x-default"/g)).toHaveLength(4)
})
