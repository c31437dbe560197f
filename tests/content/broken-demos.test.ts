import { expect, test } from 'vitest'
import { PROBLEM_CODES, PROOF_CODES } from '~/domain/demo/format/problem'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { faultsOf, readBrokenDemos, type Expectation } from '#tests/support/broken-demos'

const demos = readBrokenDemos()

const isOfProof = (code: string) => PROOF_CODES.some((one) => one === code)

const place = ({ code, at, line }: Pick<Expectation, 'code' | 'at' | 'line'>) =>
  `${code} at ${at || 'the document'} line ${line ?? '-'}`

test.each(demos)(
  '$name is told exactly, with its place and what to write',
  { timeout: 20_000 },
  ({ source, expected }) => {
    const found = faultsOf(source)
    const errors = (list: readonly Omit<Expectation, 'says'>[]) =>
      [...new Set(list.filter((one) => one.severity === 'error').map(place))].sort()
    expect(errors(found)).toEqual(errors(expected))
    for (const one of expected) {
      const said = found.find((fault) => fault.severity === one.severity && place(fault) === place(one))
      expect(said?.message, place(one)).toContain(one.says)
      expect(said?.message.length, place(one)).toBeGreaterThan(10)
    }
  },
)

test('every reason to refuse a demo has a file that shows it', () => {
  const shown = new Set(demos.flatMap(({ expected }) => expected.map((one) => one.code)))
  expect(PROBLEM_CODES.filter((code) => !shown.has(code) && code !== 'source-too-large')).toEqual([])
})

test('every file expects something, and says what of it is read', () => {
  for (const { name, source, expected } of demos) {
    expect(expected.length, name).toBeGreaterThan(0)
    for (const { code, says } of expected) if (!isOfProof(code)) expect(says.length, name).toBeGreaterThan(10)
    expect(source.replace(/^\ufeff/, ''), name).toMatch(/^# \S/)
  }
})

test('ten megabytes are refused unread', () => {
  const source = `format: foyer/1\nworld: { text: ${'x'.repeat(10_000_000)} }\n`
  expect(parseDemoSource(source, { file: 'demo.yaml' }).problems).toMatchObject([
    { code: 'source-too-large', line: 1, message: expect.stringContaining('demo.yaml') as string },
  ])
})

test('a file in UTF-16 is told to be saved as UTF-8', () => {
  const source = Buffer.from('\ufeffformat: foyer/1\n', 'utf16le').toString('utf8')
  expect(parseDemoSource(source).problems).toMatchObject([
    { code: 'yaml-syntax', line: 1, message: 'This character could not be read: save the file as UTF-8' },
  ])
})
