import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { matchesFilter } from './board-filter'
import { resolveRange } from './date-range'

const ALL = { from: null, until: null }

test('flagged and simulated trials are included each by its own switch', () => {
  fc.assert(
    fc.property(arbitraryTrials(20), fc.boolean(), fc.boolean(), (rows, flagged, simulated) => {
      for (const row of rows.filter((one) => matchesFilter(one, { flagged, simulated }, ALL))) {
        if (!simulated) expect(row.flags).not.toContain('simulated')
        if (!flagged) expect(row.flags.filter((flag) => flag !== 'simulated')).toEqual([])
      }
      expect(rows.every((row) => matchesFilter(row, { flagged: true, simulated: true }, ALL))).toBe(true)
    }),
  )
})

test('new and returning visitors together are all', () => {
  fc.assert(
    fc.property(arbitraryTrials(20), (rows) => {
      const of = (visitors: 'new' | 'returning') =>
        rows.filter((row) => matchesFilter(row, { visitors, flagged: true, simulated: true }, ALL)).length
      expect(of('new') + of('returning')).toBe(rows.length)
    }),
  )
})

test('a preset ends today in the time zone of the workspace', () => {
  expect(resolveRange({ preset: '7d' }, TEST_NOW, 'Asia/Shanghai')).toMatchObject({
    first: '2026-10-20',
    last: '2026-10-26',
  })
  expect(resolveRange({ preset: '7d' }, TEST_NOW, 'Europe/Madrid')).toMatchObject({ last: '2026-10-25' })
  expect(resolveRange({ preset: 'all' }, TEST_NOW, 'UTC')).toMatchObject({ from: null, until: null })
})

test('two adjacent ranges share no trial and lose none', () => {
  fc.assert(
    fc.property(arbitraryTrials(30), fc.constantFrom('Europe/Madrid', 'America/Santiago'), (rows, zone) => {
      const within = (first: string, last: string) => {
        const range = resolveRange({ first, last }, TEST_NOW, zone)
        return rows.filter((row) => matchesFilter(row, { flagged: true, simulated: true }, range)).length
      }
      expect(within('2026-03-01', '2026-09-05') + within('2026-09-06', '2026-12-31')).toBe(
        within('2026-03-01', '2026-12-31'),
      )
    }),
  )
})
