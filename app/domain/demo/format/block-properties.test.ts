import { expect, test } from 'vitest'
import { blockProperties } from './block-properties'
import type { BlockKind } from './schema-blocks'
import { blockSchema } from './schema-blocks'

const KINDS = Object.keys(blockSchema.shape) as BlockKind[]

test.each(KINDS)('every property that %s accepts is listed with a description', (kind) => {
  const properties = blockProperties(kind)
  const own = properties.map(({ path }) => path).filter((path) => /^\w+$/.test(path))
  expect(own).toEqual(Object.keys(blockSchema.shape[kind].unwrap().shape))
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
