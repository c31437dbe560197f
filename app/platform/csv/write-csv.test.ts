import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvLines } from './write-csv'

test('a text that begins like a formula is text, however many lines it has; a negative number is a number', () => {
  expect(csvLines([['=1+1', '@a', '+b\nc', '\t=x', -0.5]])).toBe(`"'=1+1","'@a","'+b\nc","'\t=x",-0.5\r\n`)
})

test('whatever the cells hold, a reader finds them again, and no spreadsheet a formula', () => {
  const cell = fc.string({ unit: 'binary' }).map((text) => text.replace(/\r/g, ''))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const read = Papa.parse<string[]>(csvLines(rows).replace(/\r\n$/, ''), {
        newline: '\r\n',
        delimiter: ',',
      }).data
      expect(read.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\n])/, '')))).toEqual(rows)
      expect(read.flat().filter((one) => /^[=+\-@\t\r\n]/.test(one))).toEqual([])
    }),
  )
})
