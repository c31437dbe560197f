import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiDomain, readEmailAddress } from './email-address'

test.each([
  ['ana@example.com', 'ana@example.com'],
  ['  Ana.Ruiz+demo@Example.COM\n', 'Ana.Ruiz+demo@example.com'],
  ['josé@ejemplo.es', 'josé@ejemplo.es'],
  ['jose\u0301@ejemplo.es', 'josé@ejemplo.es'],
  ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
  ['用户＠例子。中国', '用户@xn--fsqu00a.xn--fiqs8s'],
  ['ana@xn--fsqu00a.xn--fiqs8s', 'ana@xn--fsqu00a.xn--fiqs8s'],
  ['jürgen@MÜNCHEN.de', 'jürgen@xn--mnchen-3ya.de'],
  ['\u200Bana\u200D@exam\u00ADple.com\uFEFF', 'ana@example.com'],
  ['\u202Aana@example.com\u202C', 'ana@example.com'],
  ['\u00A0ana@example.com\u3000', 'ana@example.com'],
  ['mailto:ana@example.com', 'ana@example.com'],
  ['MAILTO:jos%C3%A9@ejemplo.es?subject=Hola', 'josé@ejemplo.es'],
  ['<ana@example.com>', 'ana@example.com'],
  ['"Ruiz, Ana" <ana@example.com>', 'ana@example.com'],
  ['<mailto:ana@example.com>', 'ana@example.com'],
  ['ａｎａ＠ｅｘａｍｐｌｅ.com', 'ana@example.com'],
  ["o'hara@example.ie.", "o'hara@example.ie"],
])('%j is %s', (typed, address) => {
  expect(readEmailAddress(typed)?.address).toBe(address)
})

test.each([
  '',
  'ana',
  'ana@',
  '@example.com',
  'ana@example',
  'ana@@example.com',
  'ana ruiz@example.com',
  'ana@exam ple.com',
  'ana@example.com, eva@example.com',
  'ana@example.com;eva@example.com',
  '.ana@example.com',
  'ana..ruiz@example.com',
  'ana.@example.com',
  'ana@-example.com',
  'ana@127.0.0.1',
  'ana@1.2.3',
  'ana@example.com/path',
  'ana@example.com:80',
  'ana@xn--a.com/',
  'a\u0000na@example.com',
  `${'a'.repeat(65)}@example.com`,
  `${'é'.repeat(33)}@example.com`,
  `ana@${'a'.repeat(64)}.com`,
  `ana@${'abcdefgh.'.repeat(30)}com`,
  'x'.repeat(100_000),
])('%j is not an address', (typed) => {
  expect(readEmailAddress(typed)).toBeNull()
})

test('different spellings of one address compare as equal', () => {
  const ways = [
    'José@Ejemplo.es',
    'jose\u0301@ejemplo.es',
    '<JOSÉ@ejemplo.es>',
    'mailto:josé@EJEMPLO.ES',
    'josé@ejemplo.es\u200B',
  ]
  expect(new Set(ways.map((way) => readEmailAddress(way)?.key))).toEqual(new Set(['josé@ejemplo.es']))
})

test('reading is idempotent', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string({ unit: 'binary' }),
        fc.tuple(fc.string(), fc.domain()).map((parts) => parts.join('@')),
      ),
      (typed) => {
        const read = readEmailAddress(typed)
        if (read) expect(readEmailAddress(read.address)).toEqual(read)
      },
    ),
  )
})

test('a domain is the same in every spelling', () => {
  expect(asciiDomain('Bücher.example')).toBe('xn--bcher-kva.example')
  expect(asciiDomain('xn--bcher-kva.example')).toBe('xn--bcher-kva.example')
  expect(asciiDomain('localhost')).toBeNull()
})
