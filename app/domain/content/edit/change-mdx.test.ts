import { expect, test } from 'vitest'
import { changeBody, changeFrontMatter, readMdxParts } from './change-mdx'

const SOURCE = `---
title: Getting started # the title
order: 2
---

Begin here.
`

test('one value of the front matter changes, and nothing else', () => {
  expect(changeFrontMatter(SOURCE, 'title', 'Begin: here')).toBe(
    SOURCE.replace('Getting started', '"Begin: here"'),
  )
  expect(changeFrontMatter(SOURCE, 'topic', 'first-steps')).toBe(
    SOURCE.replace('order: 2\n', 'order: 2\ntopic: first-steps\n'),
  )
  expect(changeFrontMatter(SOURCE, 'order', null)).toBe(SOURCE.replace('order: 2\n', ''))
  expect(changeFrontMatter(SOURCE, 'summary', null)).toBe(SOURCE)
})

test('a text without front matter gets one', () => {
  expect(changeFrontMatter('', 'title', 'New')).toBe('---\ntitle: New\n---\n\n')
  expect(changeFrontMatter('Body.\n', 'title', 'A: b')).toBe('---\ntitle: "A: b"\n---\n\nBody.\n')
})

test('the body changes below the front matter', () => {
  expect(changeBody(SOURCE, 'Other.\n\nTwo.')).toBe(SOURCE.replace('Begin here.', 'Other.\n\nTwo.'))
  expect(changeBody('', 'Only.')).toBe('Only.\n')
  expect(readMdxParts(SOURCE)).toEqual({
    frontMatter: { title: 'Getting started', order: 2 },
    body: 'Begin here.',
  })
})

test('front matter that cannot be read is left alone', () => {
  expect(changeFrontMatter('---\ntitle: [\n---\nx', 'title', 'New')).toBeNull()
  expect(readMdxParts('---\ntitle: x')).toBeNull()
})
