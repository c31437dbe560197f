import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_COLUMNS, LIST_COLUMNS, formatColumns, parseColumns } from './trial-column'

test('columns read back in the same order', () => {
  const chosen = fc.shuffledSubarray([...LIST_COLUMNS], { minLength: 1 })
  fc.assert(
    fc.property(chosen, (columns) => {
      expect(parseColumns(formatColumns(columns))).toEqual(columns)
    }),
    { numRuns: 50 },
  )
  expect(parseColumns(formatColumns(DEFAULT_COLUMNS))).toEqual(DEFAULT_COLUMNS)
})

test('what is no list of different columns is none', () => {
  for (const text of ['', 'started,started', 'started,', 'shoe', 'started shoe', 'Started'])
    expect(parseColumns(text)).toBeNull()
})
