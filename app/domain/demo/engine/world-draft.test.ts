import { expect, test } from 'vitest'
import { WorldDraft } from './world-draft'

test('writing shares what is beside the path and does not change the old world', () => {
  const world = { a: { b: 1, c: { d: 2 } }, e: [1] }
  const draft = new WorldDraft(world)
  draft.write(['a', 'b'], 9)
  draft.write(['a', 'f'], 8)
  expect(draft.world).toEqual({ a: { b: 9, c: { d: 2 }, f: 8 }, e: [1] })
  expect(draft.world.e).toBe(world.e)
  expect(world).toEqual({ a: { b: 1, c: { d: 2 } }, e: [1] })
})

test('a map is written in place when this draft made it, never when it is of the old world', () => {
  const draft = new WorldDraft({ a: {} })
  draft.write(['a', 'b'], 1)
  const { world } = draft
  draft.write(['c'], 2)
  expect(draft.world).toBe(world)
  const other = { d: 0 }
  draft.write(['a'], other)
  draft.write(['a', 'd'], 3)
  expect([draft.world, other]).toEqual([{ a: { d: 3 }, c: 2 }, { d: 0 }])
})

test('a missing parent cannot be written to', () => {
  expect(() => new WorldDraft({ a: 1 }).write(['b', 'c'], 1)).toThrow('b is not a map: cannot write to b.c')
  expect(() => new WorldDraft({ a: { b: 1 } }).write(['a', 'b', 'c'], 1)).toThrow('cannot write to b.c in it')
})

test.each(['__proto__', 'constructor', 'prototype'])('%s is never written', (key) => {
  expect(() => new WorldDraft({}).write([key], 1)).toThrow(`cannot write to ${key}`)
  expect(() => new WorldDraft({ a: {} }).write(['a', key], 1)).toThrow(`cannot write to ${key}`)
})
