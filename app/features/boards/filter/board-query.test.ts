import { expect, test } from 'vitest'
import {
  boardFilter,
  columnsOf,
  boardParams,
  boardQuerySchema,
  queryOf,
  rangeChoice,
  trialListSchema,
} from './board-query'

test('fields that a form left empty are absent', () => {
  const query = boardQuerySchema.parse({ range: '', plan: '', revision: '', from: '' })
  expect(boardParams(query)).toEqual({})
  expect(query.simulated).toBeUndefined()
  expect(boardFilter({ ...query, simulated: 'in' })).toMatchObject({ flagged: false, simulated: true })
})

test('days hold instead of the preset, in either order, and one alone is that day', () => {
  const choose = (input: object) => rangeChoice(boardQuerySchema.parse(input))
  expect(choose({ range: '7d', from: '2026-03-09', to: '2026-03-01' })).toEqual({
    first: '2026-03-01',
    last: '2026-03-09',
  })
  expect(choose({ to: '2026-03-01' })).toEqual({ first: '2026-03-01', last: '2026-03-01' })
  expect(choose({ range: 'all' })).toEqual({ preset: 'all' })
})

test('parameters read back to the same query', () => {
  const query = boardQuerySchema.parse({
    range: '90d',
    plan: 'free',
    revision: '3',
    flagged: 'in',
    simulated: 'out',
  })
  expect(boardQuerySchema.parse(boardParams(query))).toEqual(query)
})

test('nonsense is refused, not ignored', () => {
  for (const input of [
    { from: '2026-02-30' },
    { device: 'fridge' },
    { plan: 'a\u0000b' },
    { range: 'ever' },
  ]) {
    expect(boardQuerySchema.safeParse(input).success).toBe(false)
  }
  expect(trialListSchema.safeParse({ set: 'everyone' }).success).toBe(false)
  expect(trialListSchema.safeParse({ after: '1' }).success).toBe(false)
  expect(trialListSchema.safeParse({ columns: 'started,shoe' }).success).toBe(false)
  expect(trialListSchema.safeParse({ search: 'a\u0000b' }).success).toBe(false)
})

test('a checkbox speaks after its hidden field', () => {
  expect(queryOf('http://x/boards?simulated=out&simulated=in').simulated).toBe('in')
})

test('a list shows the chosen columns in their order, and the comment to who searches in it', () => {
  expect(columnsOf(trialListSchema.parse({ columns: 'score,started' }))).toEqual(['score', 'started'])
  expect(columnsOf(trialListSchema.parse({ columns: 'score', search: ' good ' }))).toEqual([
    'score',
    'comment',
    'notes',
  ])
  expect(columnsOf(trialListSchema.parse({ search: 'x' })).at(1)).toBe('comment')
})
