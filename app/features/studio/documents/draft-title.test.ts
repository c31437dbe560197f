import { expect, test } from 'vitest'
import { draftTitle } from './draft-title'
import { starterFiles } from '../starter/starter-files'

test('a draft is called what it calls itself, errors elsewhere or not', () => {
  expect(draftTitle('demo', { 'demo.yaml': 'slug: a\ntitle: { en: Ask, zh: 申请 }\nminutes: [' })).toEqual({
    en: 'Ask',
    zh: '申请',
  })
  expect(draftTitle('demo', { 'demo.yaml': 'title:\n  en: Ask\n  es: Pide\nsummary:\n  en: x' })).toEqual({
    en: 'Ask',
    es: 'Pide',
  })
  expect(draftTitle('help', { 'es.mdx': '---\ntitle: Reembolsos\n---\n\nHola {x}' })).toEqual({
    es: 'Reembolsos',
  })
})

test('a draft without a readable title has none', () => {
  for (const source of [
    '',
    'title: { en: ',
    'title: 3',
    'title: { en: 3 }',
    'subtitle: { en: A }',
    'title: *a',
  ]) {
    expect(draftTitle('demo', { 'demo.yaml': source })).toBeNull()
  }
})

test('whatever a new document is called, that is its title', () => {
  for (const title of ['Ask: "now"', '{x}', "it's", '# no comment', '申请', '$& \\n']) {
    const files = starterFiles('demo', { slug: 'a', title, locale: 'zh' })
    expect(draftTitle('demo', files)).toEqual({ zh: title })
  }
})
