import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { LOCALES } from '~/domain/text'
import type { SpokenText } from './frequent-words'
import { frequentWords, textsThatSay } from './frequent-words'

const said = (trial: string, text: string, more: Partial<SpokenText> = {}): SpokenText => ({
  ...{ id: trial, trial, demo: 'd', state: 'pick', locale: 'en', text },
  ...more,
})

test('a word counts once a trial, by state, in each language', () => {
  const texts = [
    said('t1', 'The price? The PRICE is hidden'),
    said('t2', 'price and 42 and a'),
    said('t3', 'price', { state: 'pay' }),
    said('t4', '¿Dónde está la factura?', { locale: 'es' }),
    said('t5', 'facturá', { locale: 'es' }),
    said('t6', '退款在哪里', { locale: 'zh' }),
    said('t7', '怎么退款', { locale: 'zh' }),
  ]
  expect(frequentWords(texts)).toEqual([
    {
      ...{ demo: 'd', state: 'pick' },
      words: ['factura', 'price', '退款'].map((word) => ({ word, trials: 2 })),
    },
  ])
})

test('the number of a word is the number of trials whose texts say it, whatever is said', () => {
  const word = fc.constantFrom('price', 'stock', 'the', 'factura', '退款', '7', 'x')
  const text = fc.record({
    trial: fc.constantFrom('t1', 't2', 't3', 't4'),
    state: fc.constantFrom('pick', 'pay'),
    locale: fc.constantFrom(...LOCALES),
    words: fc.array(word, { maxLength: 6 }),
  })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (rows) => {
      const texts = rows.map(({ words, trial, ...more }) => said(trial, words.join(', '), more))
      for (const { demo, state, words } of frequentWords(texts)) {
        for (const { word: one, trials } of words) {
          const saying = textsThatSay(texts, { demo, state, word: one })
          expect(new Set(saying.map((each) => each.trial)).size).toBe(trials)
          expect(trials).toBeGreaterThan(1)
        }
      }
      expect(frequentWords([...texts, ...texts])).toEqual(frequentWords(texts))
    }),
    { numRuns: tries(300) },
  )
})
