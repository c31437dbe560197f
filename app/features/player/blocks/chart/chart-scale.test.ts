import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linePoints, niceCeiling, ringArcs } from './chart-scale'

test('the top of the scale is round and holds every figure', () => {
  expect([0, 0.7, 1, 3, 24, 260, 999].map(niceCeiling)).toEqual([1, 1, 1, 5, 25, 500, 1000])
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
      const top = niceCeiling(value)
      expect(top).toBeGreaterThanOrEqual(value)
      expect(top).toBeLessThanOrEqual(value * 10)
    }),
  )
})

test('a line spans the box from its first figure to its last', () => {
  expect(linePoints([0, 5, 10], 10)).toEqual([
    { x: 0, y: 100 },
    { x: 50, y: 50 },
    { x: 100, y: 0 },
  ])
  expect(linePoints([5], 10)).toEqual([{ x: 50, y: 50 }])
})

test('the arcs of a ring follow one another and make a whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 12 }), (values) => {
      const arcs = ringArcs(values)
      expect(arcs.reduce((sum, arc) => sum + arc.share, 0)).toBeCloseTo(1)
      arcs.slice(1).forEach((arc, index) => {
        const before = arcs[index]
        expect(arc.start).toBeCloseTo((before?.start ?? 0) + (before?.share ?? 0))
      })
    }),
  )
  expect(ringArcs([0, 0])).toEqual([
    { share: 0, start: 0 },
    { share: 0, start: 0 },
  ])
})
