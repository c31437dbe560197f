import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { DocumentFiles } from '../kinds'
import { confirmedBasis, nextBasis, outdatedTexts } from './outdated'
import { textUnits } from './text-units'
import { withText } from './with-text'

const PLANS: DocumentFiles = {
  'plans.yaml': `plans:
  # The first.
  - { id: free, name: { en: Free, es: Gratis } }
  - { id: team, name: { en: Team } }
`,
}

const unitsOf = (files: DocumentFiles) => textUnits('plans', files) ?? []

test('texts are named by the ids of what they stand in', () => {
  expect(unitsOf(PLANS).map(({ key, values }) => [key, values])).toEqual([
    ['plans.free.name', { en: 'Free', es: 'Gratis' }],
    ['plans.team.name', { en: 'Team' }],
  ])
})

test('a text is written in one language, and comments stay', () => {
  const [free, team] = unitsOf(PLANS)
  if (!free || !team) throw new Error('There are two plans')
  const written = withText(PLANS, team, 'zh', '团队版')?.['plans.yaml']
  expect(written).toBe(PLANS['plans.yaml']?.replace('{ en: Team }', '{ en: Team, zh: 团队版 }'))
  expect(withText(PLANS, free, 'es', null)?.['plans.yaml']).toBe(
    PLANS['plans.yaml']?.replace(', es: Gratis', ''),
  )
})

test('a help post has a title, a summary and a body in each language', () => {
  const files = { 'en.mdx': '---\ntitle: One\n---\n\nText.\n', 'es.mdx': '---\ntitle: Uno\n---\n\nTexto.\n' }
  const units = textUnits('help', files) ?? []
  expect(units.map(({ key, values }) => [key, values])).toEqual([
    ['title', { en: 'One', es: 'Uno' }],
    ['body', { en: 'Text.', es: 'Texto.' }],
  ])
  const [title] = units
  expect(title && withText(files, title, 'zh', '一')).toEqual({
    ...files,
    'zh.mdx': '---\ntitle: 一\n---\n\n',
  })
})

test('guides are texts of a demo, and emptying one deletes its file', () => {
  const files = {
    'demo.yaml': 'title: { en: A }\n',
    'guides/begin.en.mdx': 'Begin.\n',
    'guides/begin.es.mdx': 'Empiece.\n',
  }
  const units = textUnits('demo', files) ?? []
  expect(units.map(({ key }) => key)).toEqual(['title', 'guides.begin'])
  const guide = units[1]
  expect(guide && Object.keys(withText(files, guide, 'es', null) ?? {})).toEqual([
    'demo.yaml',
    'guides/begin.en.mdx',
  ])
})

test('a translation is outdated while its source text is another than that for which it was written', () => {
  const first = nextBasis({}, unitsOf(PLANS), 'en')
  expect(outdatedTexts(first, unitsOf(PLANS), 'en')).toEqual([])

  const changed = { 'plans.yaml': (PLANS['plans.yaml'] ?? '').replace('en: Free', 'en: Free for ever') }
  const second = nextBasis(first, unitsOf(changed), 'en')
  expect(outdatedTexts(second, unitsOf(changed), 'en')).toEqual([{ key: 'plans.free.name', locale: 'es' }])
  expect(outdatedTexts(nextBasis(second, unitsOf(PLANS), 'en'), unitsOf(PLANS), 'en')).toEqual([])

  const both = { 'plans.yaml': changed['plans.yaml'].replace('Gratis', 'Gratis siempre') }
  expect(outdatedTexts(nextBasis(second, unitsOf(both), 'en'), unitsOf(both), 'en')).toEqual([])

  const [free] = unitsOf(changed)
  const confirmed = free ? confirmedBasis(second, free, 'es', 'en') : {}
  expect(outdatedTexts(nextBasis(confirmed, unitsOf(changed), 'en'), unitsOf(changed), 'en')).toEqual([])
})

test('moving and adding items outdates nothing', () => {
  const basis = nextBasis({}, unitsOf(PLANS), 'en')
  const moved = {
    'plans.yaml':
      'plans:\n  - { id: new, name: { en: New } }\n  - { id: team, name: { en: Team } }\n  - { id: free, name: { en: Free, es: Gratis } }\n',
  }
  expect(outdatedTexts(nextBasis(basis, unitsOf(moved), 'en'), unitsOf(moved), 'en')).toEqual([])
})

test('a file that cannot be read has no texts to tell about', async () => {
  expect(textUnits('plans', { 'plans.yaml': 'plans: [' })).toBeNull()
  expect(textUnits('help', { 'en.mdx': '---\ntitle: [\n---\n' })).toBeNull()
  const shipped = await readFile('content/demos/order-to-cash/demo.yaml', 'utf8')
  expect(textUnits('demo', { 'demo.yaml': shipped })?.length).toBeGreaterThan(100)
})
