import { expect, test } from 'vitest'
import { blockProperties } from './block-properties'
import type { BlockKind } from './schema-blocks'
import { blockSchema } from './schema-blocks'

const KINDS = Object.keys(blockSchema.shape) as BlockKind[]

test.each(KINDS)('every property of %s has a description', (kind) => {
  const properties = blockProperties(kind)
  expect(properties.length).toBeGreaterThan(5)
  expect(properties.filter(({ description }) => description === '')).toEqual([])
})

test('properties have a place and a kind of value', () => {
  const column = blockProperties('table').filter(({ path }) => path.startsWith('columns'))
  expect(column.slice(0, 2)).toMatchObject([
    { path: 'columns', type: 'list', required: true },
    { path: 'columns[].label', type: 'text', required: true },
  ])
  const [type] = blockProperties('chart').filter(({ path }) => path === 'type')
  expect(type).toMatchObject({ type: 'one of bar, line, donut', required: true })
})
