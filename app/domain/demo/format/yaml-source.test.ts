import { expect, test } from 'vitest'
import { parseDemoSource } from '../checks/demo-source'
import { readYamlSource } from './yaml-source'

function firstProblem(source: string) {
  const read = readYamlSource(source)
  return 'problems' in read ? read.problems[0] : null
}

test.each<[string, string, string, number]>([
  ['a: *b', 'yaml-alias', 'Nothing before this has the anchor &b: write the value out', 1],
  ['a:\n  &a [*a]', 'yaml-alias', '*a would hold itself: write the value out', 2],
  ['a: 1\nb: 2\na: 3', 'yaml-duplicate-key', 'The key a appears twice: keep one', 3],
  ['a: &a { x: 1 }\nb:\n  <<: *a', 'unknown-key', 'there are no merge keys', 3],
  ['a: 1\nb: !!js/function x', 'yaml-syntax', 'The tag !!js/function is not available', 2],
  ['a: !foo x', 'yaml-syntax', 'The tag !foo is not available', 1],
  ['%YAML 1.1\n---\na: yes', 'yaml-syntax', 'drop the line %YAML 1.1', 1],
  ['a: 1\n---\nb: 2', 'yaml-syntax', 'A file holds one document', 2],
  ['a: 1\nb: 1e999', 'invalid-shape', '1e999 is no number that can be kept', 2],
  ['a: -.inf', 'invalid-shape', '-.inf is no number that can be kept', 1],
  ['a: 12345678901234567890', 'invalid-shape', 'put it in quotes', 1],
  ['a: 1\nb: "x\\0"', 'invalid-shape', 'This text holds a character that cannot be kept', 2],
  ['a: "\\ud800"', 'invalid-shape', 'half of a surrogate pair', 1],
  ['"a\\0": 1', 'yaml-syntax', 'This key holds a character that cannot be kept', 1],
  ['a: 1\nb: x\0y', 'yaml-syntax', 'This character cannot be kept (U+0000): remove it', 2],
  ['a: \ud800', 'yaml-syntax', 'This character cannot be kept (U+D800): remove it', 1],
  ['a: Espa\ufffda', 'yaml-syntax', 'save the file as UTF-8', 1],
  ['? [a, b]\n: 1', 'yaml-syntax', 'A key is one plain name', 1],
  ['a: b: c', 'yaml-syntax', 'put a text that holds “: ” in quotes', 1],
  ['a:\n\tb: 1', 'yaml-syntax', 'indent with spaces', 2],
])('%j is %s: %s', (source, code, message, line) => {
  expect(firstProblem(source)).toMatchObject({
    code,
    message: expect.stringContaining(message) as string,
    line,
    severity: 'error',
  })
})

test.each<[string, string]>([
  ['brackets', '['.repeat(400_000)],
  ['braces', '{a: '.repeat(100_000)],
  ['dashes', '- '.repeat(200_000)],
  ['question marks', '? '.repeat(200_000)],
  ['indentation', Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['a value', `a: ${'['.repeat(70)}${']'.repeat(70)}`],
])('%s that nest without end are refused at once', (_, source) => {
  expect(firstProblem(source)).toMatchObject({
    code: 'yaml-syntax',
    message: 'This nests too deeply: at most 60 levels',
  })
})

test('what is long is not deep', () => {
  const rows = Array.from({ length: 500 }, (_, n) => `  - { id: c${n}, tags: [a, b], n: -1, "?": "- -" }`)
  expect(firstProblem(['a:', ...rows, 'b: |', '  - - - x', '# - - -'].join('\n'))).toBeNull()
})

test('two hundred aliases may stand in a document, no more', () => {
  const list = (length: number) => `a: &a x\nb: [${Array<string>(length).fill('*a').join(', ')}]`
  expect(firstProblem(list(200))).toBeNull()
  expect(firstProblem(list(201))).toMatchObject({ code: 'yaml-alias', line: 2 })
})

test('a document of many keys is read in time that grows with its length', { timeout: 15_000 }, () => {
  const keys = Array.from({ length: 60_000 }, (_, n) => `k${n}: 1`).join('\n')
  expect(firstProblem(keys)).toBeNull()
  expect(parseDemoSource(keys).problems.length).toBeLessThanOrEqual(200)
})

test('line ends of every kind and a byte order mark are read', () => {
  for (const source of ['a: 1\nb: 2', 'a: 1\r\nb: 2', '\ufeffa: 1\nb: 2'])
    expect(readYamlSource(source)).toMatchObject({ value: { a: 1, b: 2 } })
  expect(parseDemoSource('format: foyer/1\rslug: 1').problems).toContainEqual(
    expect.objectContaining({ at: 'slug', line: 2 }),
  )
})

test('an empty document is told how to begin', () => {
  expect(parseDemoSource('# nothing yet\n').problems).toMatchObject([
    { code: 'invalid-shape', message: 'The document is empty: begin with format: foyer/1', line: 1 },
  ])
})

test('what aliases repeat counts each time', () => {
  const rows = Array.from({ length: 2_000 }, (_, n) => `  - { id: c${n} }`).join('\n')
  const source = `rows: &rows\n${rows}\nmore: [${Array<string>(150).fill('*rows').join(', ')}]\n`
  expect(firstProblem(source)).toMatchObject({
    code: 'yaml-syntax',
    message: expect.stringContaining('more than 200000 values') as string,
  })
})
