import { expect, test } from 'vitest'
import { detectLocale, namesLanguage, preferredLocale } from './locale'

const url = (query = '') => new URL(`http://127.0.0.1/${query}`)

test('the address outweighs the cookie, the cookie the browser, and English is left', () => {
  const headers = new Headers({ cookie: 'foyer_locale=es', 'accept-language': 'zh-CN' })
  expect(detectLocale(url('?lng=zh'), headers)).toBe('zh')
  expect(detectLocale(url(), headers)).toBe('es')
  expect(detectLocale(url(), new Headers({ 'accept-language': 'zh-CN' }))).toBe('zh')
  expect(detectLocale(url(), new Headers())).toBe('en')
})

test('a language that the settings do not offer falls back to the next wish, then to English, then to the first', () => {
  const headers = new Headers({ cookie: 'foyer_locale=es', 'accept-language': 'zh, es;q=0.9, en;q=0.5' })
  expect(detectLocale(url('?lng=zh'), headers, ['en', 'es'])).toBe('es')
  expect(detectLocale(url(), headers, ['en', 'zh'])).toBe('zh')
  expect(detectLocale(url(), new Headers({ 'accept-language': 'zh' }), ['es', 'en'])).toBe('en')
  expect(detectLocale(url('?lng=en'), new Headers(), ['es', 'zh'])).toBe('es')
})

test('a language that we do not speak is passed over', () => {
  expect(detectLocale(url('?lng=fr'), new Headers({ cookie: 'foyer_locale=xx' }))).toBe('en')
  expect(preferredLocale('fr-FR, de;q=0.9')).toBeNull()
})

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr, es;q=0.5, en;q=0.7', 'en'],
  ['en;q=0, es', 'es'],
  ['ES-mx', 'es'],
  ['es ; q=0.9', 'es'],
  ['fr, es\t;\tq=0.9 , zh ;q=0.8', 'es'],
  ['en;q=0.1,zh ; q = 0.5', 'zh'],
  ['es;Q=0.9, en;q=0.8', 'es'],
  ['zh-Hant', 'zh'],
  ['zh-Hant-TW;q=0.9, en;q=0.8', 'zh'],
  ['es-419', 'es'],
  ['es-*', 'es'],
  ['*', 'en'],
  ['en;q=0, *', 'zh'],
  ['en;q=0, zh;q=0, *;q=0.1', 'es'],
  ['*;q=0.5, es', 'es'],
  ['fr, *;q=0', null],
  ['en;q=1.5, es', 'es'],
  ['en;q=, es;q=0.2', 'es'],
  [',, es ,', 'es'],
  ['es;q=1.000', 'es'],
  ['', null],
])('%s prefers %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

test('only a language that there is, and that is wanted, is named', () => {
  for (const header of ['es', 'es-ES,es;q=0.9,en;q=0.8', 'zh-Hans-CN', '*;q=0.1, gl ; q=0.5', 'yue']) {
    expect([header, namesLanguage(header)]).toEqual([header, true])
  }
  for (const header of [
    '',
    ' ',
    '*',
    '*;q=0',
    'en;q=0',
    'en;q=0.000',
    'xx',
    'qwerty',
    '1',
    ',;,',
    '<script>',
    'e',
    'e'.repeat(9_000),
  ]) {
    expect([header, namesLanguage(header)]).toEqual([header, false])
  }
})
