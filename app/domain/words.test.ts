import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { maskPrivate } from './mask-private'
import { pairsAcross, segmentWords } from './segment-words'
import { isStopWord } from './stop-words'
import { LOCALES } from './text'

test('words are folded, and Chinese is divided without spaces', () => {
  expect(segmentWords('¿Cómo cambio de Plan?', 'es')).toEqual(['como', 'cambio', 'de', 'plan'])
  expect(segmentWords('Don’t stop', 'en')).toEqual(['dont', 'stop'])
  expect(segmentWords('怎么申请退款？', 'zh')).toEqual(['怎么', '申请', '退款'])
  expect(pairsAcross(segmentWords('怎么开发票？', 'zh'))).toContain('发票')
  expect(segmentWords('ＶＡＴ１２', 'en')).toEqual(['vat12'])
})

test('words never hold a space or a sign, and dividing them again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(...LOCALES),
      (text, locale) => {
        const words = segmentWords(text, locale)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        if (locale !== 'zh') expect(segmentWords(words.join(' '), locale).join('')).toBe(words.join(''))
      },
    ),
    { numRuns: tries(500) },
  )
})

test('every locale has stop words, and they are found as words are folded', () => {
  expect([isStopWord('the', 'en'), isStopWord('mas', 'es'), isStopWord('怎么', 'zh')]).toEqual([
    true,
    true,
    true,
  ])
  expect([isStopWord('invoice', 'en'), isStopWord('factura', 'es'), isStopWord('发票', 'zh')]).toEqual([
    ...[false, false, false],
  ])
})

test('addresses and numbers are masked, and short numbers stay', () => {
  expect(maskPrivate('ask ana.ruiz@alder.example about 2026')).toBe('ask [address] about 2026')
  expect(maskPrivate('call +34 600 123 456 or (0) 30-123 4567')).toBe('call [number] or ([number]')
  expect(maskPrivate('see https://alder.example/x?y=1 now')).toBe('see [address] now')
  expect(maskPrivate('税号 ９１３１０１１５ 怎么填')).toBe('税号 [number] 怎么填')
})

test('no five digits in a row are left, whatever is typed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9 a@.+-]{0,40}$/), (text) => {
      expect(maskPrivate(text)).not.toMatch(/\d{5}|\w@\w/)
    }),
    { numRuns: tries(500) },
  )
})
