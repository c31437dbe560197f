import { expect, test } from 'vitest'

import {
  DOCUMENT_KINDS,
  KIND_LAYOUT,
  documentFolder,
  guideFile,
  isSlug,
  locateFile,
  partOf,
  textFile,
} from './kinds'

test('each file of content/ belongs to one document', () => {
  expect(locateFile('demos/order-to-cash/demo.yaml')).toEqual({
    kind: 'demo',
    slug: 'order-to-cash',
    file: 'demo.yaml',
  })
  expect(locateFile('demos/order-to-cash/guides/order-form.zh.mdx')).toEqual({
    kind: 'demo',
    slug: 'order-to-cash',
    file: 'guides/order-form.zh.mdx',
  })
  expect(locateFile('help/refunds/es.mdx')).toEqual({ kind: 'help', slug: 'refunds', file: 'es.mdx' })
  expect(locateFile('plans/plans.yaml')).toEqual({ kind: 'plans', slug: 'plans', file: 'plans.yaml' })
  expect(locateFile('settings/settings.yaml')).toEqual({
    kind: 'settings',
    slug: 'settings',
    file: 'settings.yaml',
  })
})

test.each([
  'demos/order-to-cash/other.yaml',
  'demos/order-to-cash/guides/../../../etc.en.mdx',
  'demos/Order/demo.yaml',
  'demos/demo.yaml',
  'help/refunds/fr.mdx',
  'help/refunds/guides/a.en.mdx',
  'plans/a/plans.yaml',
  'locales/en/center.json',
  '',
])('%j belongs to no document', (path) => {
  expect(locateFile(path)).toBeNull()
})

test('the part of a document that a file is can be told from its path', () => {
  expect(partOf('demo', 'demo.yaml')).toEqual({ part: 'source' })
  expect(partOf('demo', guideFile('pick', 'es'))).toEqual({ part: 'guide', name: 'pick', locale: 'es' })
  expect(partOf('page', textFile('zh'))).toEqual({ part: 'text', locale: 'zh' })
  expect(partOf('message', 'en.mdx')).toBeNull()
})

test('folders lead back to the kind they came from', () => {
  for (const kind of DOCUMENT_KINDS) {
    const folder = documentFolder(kind, 'a-b')
    const file = KIND_LAYOUT[kind].source ?? 'en.mdx'
    expect(locateFile(`${folder}/${file}`)?.kind).toBe(kind)
  }
})

test('slugs are lower case and short', () => {
  expect(isSlug('a-1')).toBe(true)
  expect(isSlug('-a')).toBe(false)
  expect(isSlug('a'.repeat(81))).toBe(false)
})
