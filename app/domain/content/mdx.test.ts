import fc from 'fast-check'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'

import { vetMdx } from './mdx'
import { GUIDE_COMPONENTS } from './vetting/components'
import { parseMdxBody } from './vetting/tree'

function problemsOf(source: string) {
  const vetted = vetMdx(source)
  return vetted.ok ? [] : vetted.problems
}

function codesOf(source: string) {
  return problemsOf(source).map((problem) => problem.code)
}

test('plain Markdown with YAML front matter passes, split into its parts', () => {
  const source =
    '---\ntitle: Stock\ntags: [a, b]\n---\n\n# Stock\n\nSee *[help](/help/stock)* and `{code}`.\n'
  expect(vetMdx(source)).toEqual({
    ok: true,
    frontMatter: { title: 'Stock', tags: ['a', 'b'] },
    body: '\n# Stock\n\nSee *[help](/help/stock)* and `{code}`.\n',
  })
})

test('Windows line ends and a byte order mark make no difference', () => {
  expect(vetMdx('\ufeff---\r\ntitle: A\r\n---\r\nText\r\n')).toEqual({
    ok: true,
    frontMatter: { title: 'A' },
    body: 'Text\n',
  })
})

test('allowed components pass, alone on their line or in a sentence where they may', () => {
  const source = [
    '<TryDemo slug="order-to-cash" label="Try it" />',
    '<Callout tone="tip">Short.</Callout>',
    '<Callout tone="warning" title="Careful">\n\nLong *text*.\n\n</Callout>',
    'A <Term id="credit-note">credit note</Term><br />press <kbd>Enter</kbd>.',
    '<PlanTable />',
  ].join('\n\n')
  expect(problemsOf(source)).toEqual([])
})

test.each([
  ['---js\n({ title: process.exit(1) })\n---\nHi', 'front-matter-language', 1, 4],
  ['---json\n{"title": "x"}\n---\nHi', 'front-matter-language', 1, 4],
  ['--- yaml\ntitle: x\n---\nHi', 'front-matter-language', 1, 4],
  ['---\ntitle: x\nHi', 'front-matter-unclosed', 1, 1],
  ['---\ntitle: x\n---\n\n---js\nprocess.exit(1)\n---\n', 'front-matter-again', 5, 1],
  ['\n\n---js\nprocess.exit(1)\n---\n', 'front-matter-again', 3, 1],
  ['---\ntitle: x\ntitle: y\n---\nHi', 'front-matter-syntax', 3, 1],
  ['---\ntitle: !!js/function "x"\n---\nHi', 'front-matter-syntax', 2, 8],
  ['---\n- a\n---\nHi', 'front-matter-shape', 2, 1],
  [`---\na: ${'['.repeat(1_500)}\n---\nHi`, 'front-matter-shape', 2, 1],
  ['---\ntitle: "a\\0b"\n---\nHi', 'front-matter-shape', 2, 1],
  ['['.repeat(3_000), 'too-large', 1, 1],
  ['---\na: &x [1]\nb: *x\n---\nHi', 'front-matter-shape', 2, 1],
  ['---\na: {b: {c: {d: {e: {f: {g: 1}}}}}}\n---\nHi', 'front-matter-shape', 2, 1],
  ['---\n__proto__: {a: 1}\n---\nHi', 'front-matter-shape', 2, 1],
  [`---\na: ${'x'.repeat(9_000)}\n---\nHi`, 'too-large', 2, 1],
])('front matter %j is refused as %s', (source, code, line, column) => {
  expect(problemsOf(source)).toEqual([{ code, line, column, message: expect.any(String) }])
})

test.each([
  ['import x from "/etc/hostname"', 'esm'],
  ['export const a = 1', 'esm'],
  ['export default function Layout() {}', 'esm'],
  ['{process.env.HOME}', 'expression'],
  ['Hello {process.env.HOME}', 'expression'],
  ['Hello {/* comment */}', 'expression'],
  ['<Callout tone={process.env.HOME}>x</Callout>', 'expression'],
  ['<Callout {...process.env} tone="tip">x</Callout>', 'expression'],
  ['<Callout tone="tip">{1 + 1}</Callout>', 'expression'],
  ['<script>alert(1)</script>', 'element'],
  ['<script src="https://x.example/x.js" />', 'element'],
  ['<iframe src="/x" />', 'element'],
  ['<a href="/x">x</a>', 'element'],
  ['<img src="x" onerror="alert(1)" />', 'element'],
  ['<style>{`a{}`}</style>', 'element'],
  ['<svg:a />', 'element'],
  ['<Foo />', 'element'],
  ['<React.Fragment>x</React.Fragment>', 'element'],
  ['<constructor />', 'element'],
  ['<>x</>', 'element'],
  ['<br onclick="alert(1)" />', 'attribute'],
  ['<kbd style="color: red">x</kbd>', 'attribute'],
  ['<kbd dangerouslySetInnerHTML="x" />', 'attribute'],
  ['<PlanTable __proto__="x" />', 'attribute'],
  ['<PlanTable hidden />', 'attribute'],
  ['<TryDemo />', 'attribute'],
  ['<TryDemo slug="../../etc" />', 'attribute'],
  ['<TryDemo slug />', 'attribute'],
  ['<TryDemo slug="a" slug="b" />', 'attribute'],
  ['<Callout tone="loud">x</Callout>', 'attribute'],
  ['<TryDemo slug="a">x</TryDemo>', 'children'],
  ['Try <TryDemo slug="a" /> now', 'placement'],
  ['**<TryDemo slug="a" />**', 'placement'],
  ['<!-- comment -->', 'syntax'],
  ['<https://example.com>', 'syntax'],
  ['<javascript:alert(1)>', 'syntax'],
  ['<Callout tone="tip">', 'syntax'],
  ['{', 'syntax'],
])('%s is refused as %s', (source, code) => {
  expect(codesOf(source)).toContain(code)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#115;cript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#x3A;alert(1)',
  'java&#9;script:alert(1)',
  'java&#10;script:alert(1)',
  '&#1;javascript:alert(1)',
  'java&#xAD;script:alert(1)',
  'java%73cript:alert(1)',
  'javascript%3Aalert(1)',
  'java%0Ascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'file:///etc/passwd',
  'blob:https://example.com/x',
  'ftp://example.com',
  '//evil.example',
  '/\\evil.example',
  '%2F%2Fevil.example',
  '/%zz',
  'a:b',
])('the URL %s is refused in a link, a picture and a definition', (url) => {
  expect(codesOf(`[x](${url})`)).toEqual(['url'])
  expect(codesOf(`![x](${url})`)).toEqual(['url'])
  expect(codesOf(`[x][ref]\n\n[ref]: ${url}`)).toEqual(['url'])
})

test('a URL with spaces in angle brackets is refused', () => {
  expect(codesOf('[x](< javascript:alert(1)>)')).toEqual(['url'])
  expect(codesOf('[x](<java\tscript:alert(1)>)')).toEqual(['url'])
})

test.each([
  'https://example.com/a?b=c:d#e',
  'http://example.com',
  '/help/a',
  'a/b:c',
  '#part',
  '?q=a:b',
  '/%E4%B8%AD',
])('the URL %s is allowed in links and pictures', (url) => {
  expect(codesOf(`[x](${url}) ![x](${url})`)).toEqual([])
})

test('an e-mail address may be a link but not a picture', () => {
  expect(codesOf('[write](mailto:help@example.com)')).toEqual([])
  expect(codesOf('![write](mailto:help@example.com)')).toEqual(['url'])
})

test('every refusal says where it is, counted in the whole file', () => {
  const source = '---\ntitle: x\n---\n\n# Title\n\nGood, then [bad](javascript:x)\n\n{1}\n'
  expect(problemsOf(source).map(({ code, line, column }) => [code, line, column])).toEqual([
    ['url', 7, 12],
    ['expression', 9, 1],
  ])
})

test('a guide may use fewer components than a help post', () => {
  const vetted = vetMdx('<TryDemo slug="a" />', GUIDE_COMPONENTS)
  expect(vetted.ok).toBe(false)
})

test('text that is too long or nested too deeply is refused in bounded time', () => {
  expect(codesOf('x'.repeat(40_001))).toEqual(['too-large'])
  expect(codesOf('a\n'.repeat(1_600))).toEqual(['too-large'])
  expect(codesOf(`${'{'.repeat(600)}${'}'.repeat(600)}`)).toEqual(['too-large'])
  expect(codesOf('_*a'.repeat(10_000))).toEqual(['too-large'])
  expect(codesOf(`${'> '.repeat(60)}x`)).toEqual(['too-deep'])
  expect(codesOf(`fine\n${'>'.repeat(30_000)}x`)).toEqual(['too-deep'])
  expect(codesOf(`${'<kbd>'.repeat(40)}x${'</kbd>'.repeat(40)}`)).toContain('too-deep')
})

test('any input is answered without an exception, and accepted links have an allowed scheme', () => {
  const piece = fc.constantFrom(
    ...'[]()<>{}!:/\\`*_#-&;=" \n\t'.split(''),
    'javascript',
    'x',
    '&#58;',
    'import',
    'br',
  )
  const property = fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
    const vetted = vetMdx(pieces.join(''))
    expect(vetted.ok || vetted.problems.length > 0).toBe(true)
  })
  fc.assert(property, { numRuns: tries(300) })
})

test('tables, strikethrough, task lists, footnotes and bare addresses pass', () => {
  const source = [
    '| A | B |\n|---|--:|\n| a | 1 |',
    '~~old~~ **重要：**请先保存[^1]',
    '- [x] done\n- [ ] open',
    'https://example.com/a，请看 www.example.com, ann@example.com',
    '[^1]: A *note*',
  ].join('\n\n')
  expect(problemsOf(source)).toEqual([])
})

test.each([
  ['Lost[^2].', 'note', 'the note [^2] has no text'],
  ['Text\n\n[^3]: unused', 'note', 'nothing refers to the note [^3]'],
  [`${'|a'.repeat(21)}|\n${'|-'.repeat(21)}|\n`, 'too-large', 'at most 20 columns'],
  [`|a|\n|-|\n${'|b|\n'.repeat(200)}`, 'too-large', '200 rows'],
  ['| <script>x</script> |\n|-|\n', 'element', 'script'],
  ['| [a](javascript:alert(1)) |\n|-|\n', 'url', 'javascript:'],
  ['Text[^1]\n\n[^1]: [a](javascript:alert(1))', 'url', 'javascript:'],
  ['~~{process.env.HOME}~~', 'expression', '{…}'],
  ['https://example.com/%00', 'url', 'control characters'],
  ['a@b.'.repeat(400), 'too-large', '300 of @'],
])('%j is refused as %s', (source, code, message) => {
  expect(problemsOf(source)).toContainEqual(
    expect.objectContaining({ code, message: expect.stringContaining(message) as string }),
  )
})

test.each([
  '**重要：**请先保存',
  '他说**“你好”**。',
  '**《合同》**已签',
  '这是**重点。**下一句',
  '~~旧价。~~新价',
  '**１２３（一）**项',
])('%s shows none of its marks to the reader', (source) => {
  const parsed = parseMdxBody(source)
  const texts: string[] = []
  if (parsed.ok) visit(parsed.tree, 'text', ({ value }) => void texts.push(value))
  expect(texts.join('')).toBe(source.replace(/\*\*|~~/g, ''))
  expect(texts.length).toBeGreaterThan(1)
})

test.each(
  [...'，。！？：；“”（）《》、「」…【】～'].flatMap((sign) => [
    `**重要${sign}**请`,
    `请**${sign}重要**请`,
    `~~旧${sign}~~新`,
  ]),
)('%s is emphasis beside Chinese text', (source) => {
  expect(vetMdx(source)).toMatchObject({ ok: true })
})

test.each([
  ['Text.\n\n**未闭合', 3, '**'],
  ['**Note:**text', 1, '**'],
  ['a**“b”**c', 1, '**'],
  ['__重要：__请', 1, '__'],
  ['请_重要_请', 1, '_'],
  ['~~open', 1, '~~'],
  ['|a|b|\n|-|-|\n|**x|y|', 3, '**'],
])('%s would show its marks, so it is refused with its line', (source, line, mark) => {
  expect(vetMdx(source)).toMatchObject({
    ok: false,
    problems: [{ code: 'mark', line, message: expect.stringContaining(`${mark} has no partner`) as string }],
  })
})

test.each([
  '2 * 3 * 4',
  'snake_case_name',
  '\\*\\*kept\\*\\*',
  '`**code**`',
  '3~5 天',
  '\\_\\_init',
  '5 * 3',
])('%s contains signs that are meant as such', (source) => {
  expect(vetMdx(source)).toMatchObject({ ok: true })
})

test('the name of a footnote has no spaces', () => {
  expect(vetMdx('See[^a b].\n\n[^a b]: note')).toMatchObject({ ok: false, problems: [{ code: 'note' }] })
})
