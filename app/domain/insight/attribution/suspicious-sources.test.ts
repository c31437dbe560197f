import { expect, test } from 'vitest'
import { suspiciousSources, type SourceTrials } from './suspicious-sources'

const source = (name: string, trials: number, flagged: number, ofFarms = 0): SourceTrials => ({
  ...{ channel: 'paid', source: name, trials, flagged, fast: 0, ofFarms, farms: [] },
})

const named = (sources: SourceTrials[]) => suspiciousSources(sources).map(({ source: name }) => name)

test('a source of which surely more is flagged than of the others is named, with the difference', () => {
  const found = suspiciousSources([source('good', 1000, 20), source('bad', 200, 60), source('usual', 300, 8)])
  expect(found.map(({ source: name }) => name)).toEqual(['bad'])
  expect(found[0]).toMatchObject({
    own: { numerator: 60, denominator: 200 },
    rest: { numerator: 28, denominator: 1300 },
    difference: { value: expect.closeTo(0.3 - 28 / 1300, 9) },
  })
  expect(found[0]?.difference.low).toBeGreaterThan(0.2)
})

test('a few flagged trials name no source, nor does a difference that may be chance', () => {
  expect(named([source('good', 1000, 20), source('small', 4, 4)])).toEqual([])
  expect(named([source('good', 1000, 100), source('like it', 60, 9)])).toEqual([])
})

test('the source of a sign-up farm is named whatever its share; the surest difference leads', () => {
  const sources = [source('farm', 500, 5, 25), source('good', 1000, 20), source('bad', 200, 60)]
  expect(named(sources)).toEqual(['bad', 'farm'])
})

test('the only source there is has no others to differ from', () => {
  expect(named([source('only', 100, 90)])).toEqual([])
})
