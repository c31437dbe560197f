import { expect, test } from 'vitest'
import { soundFiles, brokenFiles } from '#tests/support/studio-demos'
import { checkDocument } from './check-document'

const codes = (problems: { code: string; severity: string }[]) =>
  problems.map(({ code, severity }) => `${severity} ${code}`)
const source = soundFiles['demo.yaml'] ?? ''

test('a valid demo has a body and only warnings', () => {
  const { problems, body } = checkDocument('demo', 'ask', soundFiles)
  expect(codes(problems)).toEqual(['warning missing-locale', 'warning missing-locale'])
  expect(body).toMatchObject({ demo: { slug: 'ask' } })
})

test('with an error there is no body, and the error names file, line and column', () => {
  const { problems, body } = checkDocument('demo', 'ask', brokenFiles)
  expect(body).toBeNull()
  const line =
    (brokenFiles['demo.yaml'] ?? '').split('\n').findIndex((one) => one.includes('request-frm')) + 1
  expect(problems[0]).toMatchObject({ code: 'unknown-target', file: 'demo.yaml', severity: 'error', line })
})

test('the slug inside a demo is that of its document', () => {
  const { problems } = checkDocument('demo', 'other', soundFiles)
  expect(problems[0]).toMatchObject({ code: 'wrong-slug', line: 2 })
})

test('a guide that a state names must exist, and one that no state names is a warning', () => {
  const { 'guides/approved.en.mdx': _, ...withoutOne } = soundFiles
  expect(codes(checkDocument('demo', 'ask', withoutOne).problems)).toContain('warning missing-locale')
  const none = Object.fromEntries(Object.entries(soundFiles).filter(([file]) => !file.includes('/approved.')))
  expect(codes(checkDocument('demo', 'ask', none).problems)).toContain('error unknown-guide')
  const more = { ...soundFiles, 'guides/extra.en.mdx': 'Hello.' }
  expect(checkDocument('demo', 'ask', more).problems).toContainEqual(
    expect.objectContaining({ code: 'unused-guide', file: 'guides/extra.en.mdx' }),
  )
})

test('a guide is vetted even when the source cannot be read', () => {
  const files = { 'demo.yaml': '{', 'guides/requests.en.mdx': 'Fine.\n\n<script>alert(1)</script>\n' }
  const { problems } = checkDocument('demo', 'ask', files)
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'element', file: 'guides/requests.en.mdx', line: 3, column: 1 }),
  )
  expect(problems.some((problem) => problem.file === 'demo.yaml')).toBe(true)
})

test('a guide may not link away, and may not be empty', () => {
  const leading = { ...soundFiles, 'guides/requests.en.mdx': '<TryDemo slug="a" />' }
  expect(codes(checkDocument('demo', 'ask', leading).problems)).toContain('error element')
  const empty = { ...soundFiles, 'guides/requests.en.mdx': ' \n' }
  expect(codes(checkDocument('demo', 'ask', empty).problems)).toContain('error empty-text')
})

test('features are checked against the plan table when it is known', () => {
  const files = {
    ...soundFiles,
    'demo.yaml': source.replace('    weight: 50\n', '    weight: 50\n    feature: approvals\n'),
  }
  expect(codes(checkDocument('demo', 'ask', files).problems)).not.toContain('error unknown-feature')
  const { problems } = checkDocument('demo', 'ask', files, { known: { feature: ['reports'] } })
  expect(codes(problems)).toContain('error unknown-feature')
})

test('a file that such a document does not have is refused', () => {
  const { problems, body } = checkDocument('help', 'refunds', {
    'en.mdx': '---\ntitle: A\n---\nB',
    'x.js': '',
  })
  expect(codes(problems)).toContain('error unknown-file')
  expect(body).toBeNull()
})

test('only locales that the workspace offers are required', () => {
  const missed = (...checked: Parameters<typeof checkDocument>) =>
    checkDocument(...checked).problems.filter(({ code }) => code === 'missing-locale').length
  const scenario = '{ format: foyer-scenarios/1, scenarios: [{ id: a, name: { en: A } }] }'
  const post = { 'en.mdx': '---\ntitle: A\n---\n\nB' }
  expect(missed('help', 'a', post, { locales: ['en'] })).toBe(0)
  expect(missed('help', 'a', post, { locales: ['zh', 'en'] })).toBe(1)
  expect(missed('scenarios', 'scenarios', { 'scenarios.yaml': scenario }, { locales: ['en'] })).toBe(0)
  expect(missed('scenarios', 'scenarios', { 'scenarios.yaml': scenario }, { locales: ['es', 'zh'] })).toBe(2)
  expect(missed('demo', 'ask', soundFiles)).toBeGreaterThan(0)
  expect(missed('demo', 'ask', soundFiles, { locales: ['en'] })).toBe(0)
  expect(codes(checkDocument('help', 'a', {}, { locales: ['es'] }).problems)).toEqual(['error no-text'])
})

test('a link with invalid percent-encoding is a problem and stops no other check', () => {
  const files = { 'en.mdx': '---\ntitle: A\n---\n\n[b](/demos/%E0)' }
  const { problems, body } = checkDocument('help', 'a', files, { known: { demo: [] }, locales: ['en'] })
  expect(problems[0]).toMatchObject({ severity: 'error', line: 5 })
  expect(body).toBeNull()
})

test('a help post needs a title and one language; the others are warnings', () => {
  const { problems, body } = checkDocument('help', 'refunds', {
    'es.mdx': '---\ntitle: Reembolsos\norder: 2\n---\n\nHola.',
  })
  expect(codes(problems)).toEqual(['warning missing-locale', 'warning missing-locale'])
  expect(body).toMatchObject({ title: { es: 'Reembolsos' }, order: 2, locales: ['es'] })
  expect(codes(checkDocument('help', 'refunds', {}).problems)).toEqual(['error no-text'])
  expect(checkDocument('help', 'refunds', { 'en.mdx': '---\ntitel: A\n---\n\nB' }).problems[0]).toMatchObject(
    {
      code: 'front-matter',
      severity: 'error',
    },
  )
})

test('settings and plans are read by their schemas, with lines', () => {
  const { problems } = checkDocument('settings', 'settings', {
    'settings.yaml': 'format: foyer-settings/1\nname: 3\n',
  })
  expect(problems).toContainEqual(expect.objectContaining({ file: 'settings.yaml', at: 'name', line: 2 }))
})
