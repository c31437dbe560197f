import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, holdsFolded } from './fold'

test.each([
  ['Peña', 'pena'],
  ['Peña'.normalize('NFD'), 'PEÑA'],
  ['pena', 'peña'],
  ['１２３４５ ＡＢＣ', '12345 abc'],
  ['订单 12345', '１２３'],
  ['ｶﾀｶﾅ', 'カタカナ'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['Ångström', 'angstrom'],
  ['6.737,50\u00a0€', '6.737,50 €'],
  ['wide\u3000space', 'wide  space'],
  ['zero\u200bwidth', 'zerowidth'],
  ['O’Brien – Sons', "o'brien - sons"],
  ['ΑΘΗΝΑ', 'αθήνα'],
  ['ﬁnal', 'final'],
  ['anything', '  '],
  ['STRASSE', 'ß'],
  ['Straẞe', 'strasse'],
  ['ISTANBUL', 'ıstanbul'],
  ['Iğdır', 'igdir'],
  ['Ħamrun', 'hamrun'],
  ['Οδός', 'οδοσ'],
  ['“Café”', '"cafe"'],
  ['北京　贸易（上海）', '贸易(上'],
  ['soft\u00adhyphen', 'softhyphen'],
])('%j matches %j', (text, typed) => {
  expect(holdsFolded(text, typed)).toBe(true)
})

test.each([
  ['Peña', 'penb'],
  ['订单', '定单'],
  ['12345', '12346'],
])('%j does not match %j', (text, typed) => {
  expect(holdsFolded(text, typed)).toBe(false)
})

test('folding is idempotent and ignores normal form and case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = fold(text)
      expect(fold(folded)).toBe(folded)
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
        expect(fold(text.normalize(form))).toBe(folded)
    }),
  )
})
