import { expect, test } from 'vitest'
import { conversionRate } from './conversion'

test('counts what matured', () => {
  expect(conversionRate({ converted: 12, matured: 60, aged: 55 })).toMatchObject({ share: 0.2, enough: true })
})

test('a period whose trials are nearly all young tells nothing, though all that matured converted', () => {
  expect(conversionRate({ converted: 41, matured: 41, aged: 0 })).toMatchObject({ share: 1, enough: false })
})
