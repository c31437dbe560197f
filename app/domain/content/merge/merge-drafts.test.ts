import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tries } from '#tests/support/depth'
import { mergeDrafts, withMine } from './merge-drafts'

const BASE = `# Plans.
title: { en: Ask, es: Pedir }
minutes: 2
plans:
  - { id: free, price: 0 }
  - { id: team, price: 9 }
tags: [a, b]
`

const yaml = (text: string) => ({ 'demo.yaml': text })
const merged = (mine: string, theirs: string) => mergeDrafts(yaml(BASE), yaml(mine), yaml(theirs))

test('changes of different fields are merged, on one line as well', () => {
  const { files, clashes } = merged(
    BASE.replace('Ask', 'Order'),
    BASE.replace('Pedir', 'Encargar').replace('2', '3'),
  )
  expect(clashes).toEqual([])
  expect(files['demo.yaml']).toBe(
    BASE.replace('Ask', 'Order').replace('Pedir', 'Encargar').replace('minutes: 2', 'minutes: 3'),
  )
})

test('comments of both sides are kept', () => {
  const { files } = merged(`${BASE}# Mine.\n`, BASE.replace('# Plans.', '# Plans, by Ana.'))
  expect(files['demo.yaml']).toContain('# Mine.')
  expect(files['demo.yaml']).toContain('by Ana')
})

test('fields of one front matter that both added are merged, and a body that one changed', () => {
  const base = '---\ntitle: Ask\n---\n\nText.\n'
  const mine = { 'en.mdx': base.replace('Ask', 'Ask\ntopic: first') }
  const theirs = { 'en.mdx': base.replace('Ask', 'Ask\nsummary: short').replace('Text.', 'Other text.') }
  const { files, clashes } = mergeDrafts({ 'en.mdx': base }, mine, theirs)
  expect(clashes).toEqual([])
  expect(files['en.mdx']).toBe('---\ntitle: Ask\ntopic: first\nsummary: short\n---\n\nOther text.\n')
})

test('a field of a front matter that both changed is told with both texts', () => {
  const base = '---\ntitle: Ask\n---\n\nText.\n'
  const [mine, theirs] = [base.replace('Ask', 'Order'), base.replace('Ask', 'Buy')]
  const { clashes } = mergeDrafts({ 'en.mdx': base }, { 'en.mdx': mine }, { 'en.mdx': theirs })
  expect(clashes).toEqual([{ file: 'en.mdx', path: [], mine, theirs }])
})

test('a field that both changed is told with both values, and either can be taken', () => {
  const { files, clashes } = merged(
    BASE.replace('minutes: 2', 'minutes: 5'),
    BASE.replace('minutes: 2', 'minutes: 7'),
  )
  expect(clashes).toEqual([{ file: 'demo.yaml', path: ['minutes'], mine: 5, theirs: 7 }])
  expect(files['demo.yaml']).toContain('minutes: 7')
  expect(withMine(files, clashes)['demo.yaml']).toBe(BASE.replace('minutes: 2', 'minutes: 5'))
})

test('a value that is null is kept as null, and is told from one that was removed', () => {
  const nulled = BASE.replace('price: 9', 'price: null')
  const { files, clashes } = merged(nulled, BASE.replace('price: 9', 'price: 12'))
  expect(clashes).toEqual([{ file: 'demo.yaml', path: ['plans', 1, 'price'], mine: null, theirs: 12 }])
  expect(withMine(files, clashes)['demo.yaml']).toBe(nulled)
  const removed = BASE.replace(', price: 9', '')
  const other = merged(removed, nulled)
  expect(other.clashes).toEqual([
    { file: 'demo.yaml', path: ['plans', 1, 'price'], mine: undefined, theirs: null },
  ])
  expect(withMine(other.files, other.clashes)['demo.yaml']).toBe(removed)
})

test('items are matched by their ids, whoever added or removed some', () => {
  const mine = BASE.replace('price: 9', 'price: 12').replace('tags:', '  - { id: big, price: 99 }\ntags:')
  const theirs = BASE.replace('  - { id: free, price: 0 }\n', '')
  expect(parse(merged(mine, theirs).files['demo.yaml'] ?? '')).toMatchObject({
    plans: [
      { id: 'team', price: 12 },
      { id: 'big', price: 99 },
    ],
  })
})

test('texts are merged by lines, and a text that both rewrote is told', () => {
  const base = { 'guides/a.en.mdx': 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n' }
  const with1 = (from: string, to: string) => ({
    'guides/a.en.mdx': base['guides/a.en.mdx'].replace(from, to),
  })
  expect(mergeDrafts(base, with1('One', '1'), with1('Five', '5'))).toEqual({
    files: { 'guides/a.en.mdx': '1.\n\nTwo.\n\nThree.\n\nFour.\n\n5.\n' },
    clashes: [],
  })
  expect(mergeDrafts(base, with1('One', '1'), with1('One', 'I')).clashes).toMatchObject([
    { file: 'guides/a.en.mdx', path: [] },
  ])
})

test('files that one side added or deleted are so in both', () => {
  const base = { 'demo.yaml': BASE, 'guides/a.en.mdx': 'A.\n' }
  const mine = { 'demo.yaml': BASE, 'guides/a.en.mdx': 'A.\n', 'guides/b.en.mdx': 'B.\n' }
  expect(mergeDrafts(base, mine, { 'demo.yaml': BASE }).files).toEqual({
    'demo.yaml': BASE,
    'guides/b.en.mdx': 'B.\n',
  })
})

test('whatever each side sets, nothing that only one changed is lost', () => {
  const field = fc.constantFrom('title', 'minutes', 'note')
  const edits = fc.dictionary(field, fc.string({ unit: 'grapheme-ascii', maxLength: 12 }))
  const apply = (edits: Record<string, string>) =>
    JSON.stringify({ title: 'a', minutes: 'b', ...edits }, null, 2)
  fc.assert(
    fc.property(edits, edits, (mine, theirs) => {
      const result = mergeDrafts(yaml(apply({})), yaml(apply(mine)), yaml(apply(theirs)))
      const value = parse(withMine(result.files, result.clashes)['demo.yaml'] ?? '') as Record<string, string>
      const base: Record<string, string> = { title: 'a', minutes: 'b' }
      const wanted = {
        ...base,
        ...theirs,
        ...Object.fromEntries(Object.entries(mine).filter(([k, v]) => base[k] !== v)),
      }
      expect(value).toEqual(wanted)
    }),
    { numRuns: tries(100) },
  )
})
