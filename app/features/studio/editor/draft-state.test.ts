import { expect, test } from 'vitest'
import { beginDraft, dirtyFiles, isDirty, nextDraft } from './draft-state'

const begun = beginDraft(3, { 'demo.yaml': 'a', 'guides/one.en.mdx': 'b' })

test('a draft is dirty while a file differs from what the server has', () => {
  const edited = nextDraft(begun, { type: 'edit', file: 'demo.yaml', text: 'x' })
  expect(dirtyFiles(edited)).toEqual(['demo.yaml'])
  expect(isDirty(nextDraft(edited, { type: 'edit', file: 'demo.yaml', text: 'a' }))).toBe(false)
  expect(dirtyFiles(nextDraft(begun, { type: 'remove', file: 'guides/one.en.mdx' }))).toEqual([
    'guides/one.en.mdx',
  ])
})

test('what was typed while a save was under way stays unsaved', () => {
  const sent = { ...begun.files, 'demo.yaml': 'x' }
  const typed = nextDraft(begun, { type: 'edit', file: 'demo.yaml', text: 'xy' })
  const saved = nextDraft(typed, { type: 'saved', version: 4, files: sent })
  expect(saved.base.version).toBe(4)
  expect(saved.files['demo.yaml']).toBe('xy')
  expect(isDirty(saved)).toBe(true)
})

test('a newer draft is followed only while nothing of ours would be lost', () => {
  const newer = { type: 'seen', version: 4, files: { 'demo.yaml': 'theirs' } } as const
  expect(nextDraft(begun, newer).files).toEqual(newer.files)
  const edited = nextDraft(begun, { type: 'edit', file: 'demo.yaml', text: 'mine' })
  const kept = nextDraft(edited, newer)
  expect(kept.files['demo.yaml']).toBe('mine')
  expect(kept.base.version).toBe(3)
})

test('after a conflict both are merged on the version that was seen, or theirs is taken', () => {
  const theirs = { version: 4, files: { 'demo.yaml': 'theirs' } }
  const edited = nextDraft(begun, { type: 'edit', file: 'demo.yaml', text: 'mine' })
  const merged = nextDraft(edited, { type: 'merge', base: theirs, files: { 'demo.yaml': 'both' } })
  expect([merged.base.version, merged.files['demo.yaml'], isDirty(merged)]).toEqual([4, 'both', true])
  const taken = nextDraft(edited, { type: 'take', ...theirs })
  expect([taken.files['demo.yaml'], isDirty(taken), taken.generation]).toEqual(['theirs', false, 1])
})
