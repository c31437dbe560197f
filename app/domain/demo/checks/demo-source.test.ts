import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { approvalSource } from '../fixtures/approval'
import { fulfilmentSource } from '../fixtures/fulfilment'
import { parseDemoSource } from './demo-source'
import type { Problem } from '../format/problem'
import { demoJsonSchema, demoSchema } from '../format/schema'

/** The problems of the approval demo in which one thing is written differently. */
function problemsWith(written: string, instead: string): Problem[] {
  expect(approvalSource).toContain(written)
  return parseDemoSource(approvalSource.replace(written, instead)).problems
}

/** What stands at the line and column of a problem. */
function marked(source: string, { line = 0, column = 0 }: Problem): string {
  return source.split('\n')[line - 1]?.slice(column - 1) ?? ''
}

test('the demos for tests have nothing wrong', () => {
  expect(parseDemoSource(approvalSource).problems).toEqual([])
  expect(parseDemoSource(fulfilmentSource).problems).toEqual([])
})

test('a stored demo parses to itself', () => {
  const { demo } = parseDemoSource(approvalSource)
  expect(demoSchema.parse(JSON.parse(JSON.stringify(demo)))).toEqual(demo)
})

test.each<[string, string, Partial<Problem>]>([
  [
    '    screen: requests',
    '    scren: requests',
    { code: 'unknown-key', message: 'scren is not known here: did you mean screen?' },
  ],
  [
    'minutes: 3',
    'minutes: three',
    { code: 'invalid-shape', at: 'minutes', message: 'This is a text: write a number' },
  ],
  ['minutes: 3', '', { code: 'invalid-shape', message: 'minutes is missing: write a number' }],
  ['format: foyer/1', 'format: foyer/2', { message: '"foyer/2" is not known here: write foyer/1' }],
  ['kind: money', 'kind: mony', { at: 'screens.form.blocks.0.form.fields.2.kind' }],
  ['slug: request-approval', 'slug: constructor', { code: 'invalid-shape', at: 'slug' }],
  ['world:', 'world:\n  __proto__: { admin: true }', { code: 'invalid-shape', at: 'world.__proto__' }],
  [
    'rows: world.requests',
    'rows: world.requets',
    {
      code: 'unknown-world-path',
      message: 'world has no requets: did you mean requests? (in world.requets)',
    },
  ],
  [
    'value: row.what',
    'value: row.wat',
    { code: 'unknown-world-path', at: 'screens.requests.blocks.0.table.columns.0.value' },
  ],
  [
    'event.amount > 1000',
    'event.amout > 1000',
    { code: 'unknown-world-path', at: 'machine.states.new-request.on.SAVE_REQUEST.0.if' },
  ],
  [
    'to: world.checks + 1',
    'to: world.checks + newID()',
    { message: 'There is no function newID: did you mean newId? (in world.checks + newID())' },
  ],
  ['done: world.checks > 0', 'done: newId() == ""', { code: 'expression-type', at: 'tasks.check.done' }],
  [
    'done: world.checks > 0',
    'done: today() < "2026-02-01"',
    { code: 'clock-in-condition', at: 'tasks.check.done' },
  ],
  ['done: world.checks > 0', 'done: world.requests.size()', { code: 'expression-type', severity: 'error' }],
  [
    'done: world.checks > 0',
    'done: world.checks >',
    { code: 'expression-syntax', message: 'The expression ends too early (in world.checks >)' },
  ],
  [
    'done: world.checks > 0',
    'done: event.x > 0',
    { message: 'There is no event here: use it in on, in its if or do (in event.x > 0)' },
  ],
  [
    'done: world.checks > 0',
    'done: wrld.checks > 0',
    {
      message: 'wrld is not known here: did you mean world? (in wrld.checks > 0)',
    },
  ],
  ['if: world.checks > 0 || plan == "premium"', 'if: plan == "premum"', { code: 'unknown-plan' }],
  [
    'if: world.checks > 0 || plan == "premium"',
    "if: \"plan == (world.checks > 0 ? 'premum' : 'free')\"",
    { code: 'unknown-plan' },
  ],
  ['if: world.checks > 0 || plan == "premium"', 'if: "plan in {\'premum\': true}"', { code: 'unknown-plan' }],
  ['if: world.checks > 0 || plan == "premium"', 'if: "{\'premum\': 1}[plan] == 1"', { code: 'unknown-plan' }],
  ['plans: [premium]', 'plans: [premum]', { code: 'unknown-plan', at: 'entitlements.bulk.plans.0' }],
  ['plans: [premium]', 'plans: [free, premium]', { code: 'unused-entitlement', severity: 'warning' }],
  [
    'if: can.bulk',
    'if: can.bukl',
    {
      code: 'unknown-entitlement',
      at: 'machine.states.requests.on.APPROVE_ALL.if',
      message: expect.stringContaining('There is no entitlement bukl: did you mean bulk?') as string,
    },
  ],
  [
    'needs: bulk',
    'needs: bukl',
    { code: 'unknown-entitlement', message: 'There is no entitlement bukl: did you mean bulk?' },
  ],
  [
    'entitlements:\n  bulk:',
    'entitlements:\n  other: { plans: [premium], title: { en: Other, zh: 其他, es: Otro } }\n  bulk:',
    { code: 'unused-entitlement', at: 'entitlements.other', severity: 'warning' },
  ],
  ['if: can.bulk && world', 'if: can.bulk + 1 == 2 && world', { code: 'expression-type' }],
  ['where: "true"', 'where: "role in [\'employe\']"', { code: 'unknown-role' }],
  [
    'patch: world.requests, where: "true"',
    'patch: world.request, where: "true"',
    {
      code: 'unknown-world-path',
      message: 'world has no request and must have it from the start: did you mean requests?',
    },
  ],
  [
    'patch: world.requests, where: "true"',
    'patch: world.people.id, where: "true"',
    { code: 'unknown-world-path' },
  ],
  ['send: NEW_REQUEST', 'send: NEW_REQEST', { code: 'event-never-taken' }],
  [
    'to: fix-request',
    'to: fix-requst',
    {
      code: 'unknown-target',
      message: 'There is no state fix-requst beside this one: did you mean fix-request?',
    },
  ],
  [
    'to: checked',
    'to: approved',
    {
      code: 'unknown-target',
      message: 'There is no state approved beside this one: approved is elsewhere: write "#approved"',
    },
  ],
  ['initial: waiting', 'initial: wating', { code: 'unknown-state' }],
  [
    'initial: requests',
    'initial: { manger: requests }',
    { code: 'unknown-role', at: 'machine.initial.manger' },
  ],
  ['final: success', 'final: done', { code: 'invalid-state' }],
  ['        checked:', '        checked:\n          final: success', { code: 'invalid-state' }],
  [
    '    fix-request:',
    '    requests2:\n      screen: requests\n      initial: form\n      states: { waiting: {} }\n    fix-request:',
    { code: 'duplicate-state' },
  ],
  ['role: manager\n      screen: review', 'role: manger\n      screen: review', { code: 'unknown-role' }],
  [
    'screen: fix',
    'screen: fx',
    { code: 'unknown-screen', message: 'There is no screen fx: did you mean fix?' },
  ],
  ['tip: amount', 'tip: amont', { code: 'unknown-tip' }],
  ['nav: requests', 'nav: request', { code: 'unknown-nav' }],
  [
    '{ id: requests, label',
    '{ id: requests, look: requets, label',
    { code: 'unknown-screen', at: 'product.nav.0.look' },
  ],
  [
    '{ id: requests, label',
    '{ id: requests, look: requests, label',
    { code: 'look-sends', at: 'product.nav.0.look' },
  ],
  ['values: { what: world', 'values: { wat: world', { code: 'unknown-field' }],
  [
    '- { id: p2, name: Bo }',
    '- { id: 2, name: Bo }',
    { code: 'unknown-field', message: 'Row 2 of world.people needs an id that is a text, e.g. id: c1' },
  ],
  [
    'item: { id: "newId()", at',
    'item: { at',
    { code: 'unknown-field', message: 'What is appended to world.requests needs an id, e.g. id: newId()' },
  ],
  ['values: { what: world.requests.last().what }', '', { code: 'unknown-field' }],
  [
    'amount: 900',
    'amount: -1',
    { code: 'invalid-sample', message: 'The form would not accept this amount: At least 1.' },
  ],
  ['what: Laptop', 'wat: Laptop', { code: 'unknown-field' }],
  ['- { name: what, kind: text', '- { name: who, kind: text', { code: 'duplicate-field' }],
  [
    '- { name: what, kind: text',
    '- { name: what, kind: text, pattern: "(a+)+"',
    { code: 'invalid-shape', at: 'screens.form.blocks.0.form.fields.1.pattern' },
  ],
  ['- { name: what, kind: text', '- { name: type, kind: text', { code: 'reserved-event' }],
  ['with: { fast: false }', 'with: { type: "x" }', { code: 'reserved-event' }],
  ['zh: 待审, ', '', { code: 'missing-locale', severity: 'warning', at: 'statuses.open.label' }],
  ['weight: 40', 'weight: 0', { at: 'tasks.ask.weight' }],
  ['- button: { label: { en: Check', '- buton: { label: { en: Check', { code: 'unknown-key' }],
  ['      role: manager\n', '      role: manager\n      invoke: fetch\n', { code: 'unknown-key' }],
  [
    '      role: manager\n',
    '      role: manager\n      after: { 1000: requests }\n',
    { code: 'unknown-key' },
  ],
])('%j as %j is found', (written, instead, expected) => {
  expect(problemsWith(written, instead)).toEqual(expect.arrayContaining([expect.objectContaining(expected)]))
})

test.each<[string, string, string]>([
  ['screen: fix\n', 'scren: fix\n', 'scren: fix'],
  ['minutes: 3', 'minutes: three', 'three'],
  ['event.amount > 1000', 'event.amout > 1000', 'amout > 1000'],
  ['kind: money', 'kind: mony', 'mony'],
  ['to: fix-request', 'to: fix-requst', 'fix-requst'],
])('%j as %j is marked in its line', (written, instead, mark) => {
  const source = approvalSource.replace(written, instead)
  const [first] = parseDemoSource(source).problems
  expect(first && marked(source, first).startsWith(mark)).toBe(true)
})

test('a demo with an error is not given, one with a warning is', () => {
  expect(parseDemoSource(approvalSource.replace('to: fix-request', 'to: nowhere')).demo).toBeUndefined()
  expect(parseDemoSource(approvalSource.replace('zh: 待审, ', '')).demo).toBeDefined()
})

test('guides, pictures and features are checked when they are known', () => {
  const source = approvalSource.replace('screen: fix\n', 'screen: fix\n      guide: fix\n')
  const codes = (context: Parameters<typeof parseDemoSource>[1]) =>
    parseDemoSource(source, context).problems.map((problem) => problem.code)
  expect(codes({})).toEqual([])
  expect(codes({ guides: new Map() })).toEqual(['unknown-guide'])
  expect(codes({ guides: new Map([['fix', ['en', 'zh']]]) })).toEqual(['missing-locale'])
  expect(codes({ features: ['other'] })).toEqual(['unknown-feature'])
})

test('a form without samples is warned about', () => {
  const problems = problemsWith('samples: [ { reason: It holds our backups } ]', '')
  expect(problems).toEqual([expect.objectContaining({ code: 'missing-samples', severity: 'warning' })])
})

test('a key that is there twice is an error', () => {
  const [problem] = problemsWith('minutes: 3', 'minutes: 3\nminutes: 4')
  expect(problem).toMatchObject({ code: 'yaml-duplicate-key', severity: 'error', column: 1 })
})

test('a slip in the YAML is one problem, not a page of them', () => {
  expect(problemsWith('tips:', 'tips: }')).toHaveLength(1)
})

test('aliases that multiply, depth and size are refused', () => {
  const lists = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdef'.split('').map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcde'[i] ?? 'a'}`)
          .join(',')}]`,
    ),
  ]
  expect(parseDemoSource(lists.join('\n')).problems).toMatchObject([{ code: 'yaml-alias' }])
  expect(parseDemoSource(`${'['.repeat(900)}${']'.repeat(900)}`).problems).toMatchObject([
    { code: 'yaml-syntax' },
  ])
  expect(parseDemoSource('['.repeat(100_000)).problems).toMatchObject([{ code: 'yaml-syntax' }])
  expect(parseDemoSource('x'.repeat(1_000_001), { file: 'demo.yaml' }).problems).toMatchObject([
    { code: 'source-too-large', message: expect.stringContaining('demo.yaml') as string },
  ])
})

test('whatever the text, parsing never throws', () => {
  const lines = approvalSource.split('\n')
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseDemoSource(text).demo).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(30), fc.string({ maxLength: 8 }), (line, column, text) => {
      const broken = lines.map((one, index) =>
        index === line ? one.slice(0, column) + text + one.slice(column + text.length) : one,
      )
      const { demo, problems } = parseDemoSource(broken.join('\n'))
      expect(demo !== undefined).toBe(!problems.some((problem) => problem.severity === 'error'))
    }),
    { numRuns: tries(25) },
  )
})

test('the format is there as JSON Schema for editors', () => {
  expect(demoJsonSchema()).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: expect.arrayContaining(['machine']) as string[],
  })
})

test.each([['approved'], ["'approved'"], ['"approved"']])(
  'the hint for a text written as %s, put in its place, reads as the text',
  (written) => {
    const given = (status: string) =>
      readFileSync('tests/corpus/demos/expression-text-without-quotes.yaml', 'utf8').replace(
        "'approved' } }",
        `${status} } }`,
      )
    const [problem] = parseDemoSource(given(written)).problems.filter(({ severity }) => severity === 'error')
    const [, hint = ''] = /A text stands in quotes: (\S+)/.exec(problem!.message) ?? []
    expect(hint).toBe(`"'approved'"`)
    expect(parseDemoSource(given(hint)).problems.filter(({ severity }) => severity === 'error')).toEqual([])
  },
)

test.each([
  ['status: row.status == approved || plan == role', "row.status == 'approved' || plan == role"],
  [`status: 'row.status == approved ? "a" : "b"'`, `row.status == 'approved' ? "a" : "b"`],
  ['status: "row.status == on-hold ? plan : role"', "row.status == 'on-hold' ? plan : role"],
  ['status: approved == row.status || plan == role', "'approved' == row.status || plan == role"],
  ["status: 'approved'", "'approved'"],
])('the hint for %s is the whole value as YAML, and reads as meant', (written, meant) => {
  const source = readFileSync('tests/corpus/demos/expression-text-without-quotes.yaml', 'utf8')
  const given = (status: string) =>
    source.replace(
      /do: \[ \{ append.*/,
      `do:\n            - patch: world.requests\n              where: 'true'\n              with: { ${status} }`,
    )
  const errors = (text: string) =>
    parseDemoSource(text).problems.filter(({ severity }) => severity === 'error')
  const [, hint = ''] =
    /A text stands in quotes: ("(?:[^"\\]|\\.)*")/.exec(errors(given(written))[0]!.message) ?? []
  expect(JSON.parse(hint)).toBe(meant)
  expect(errors(given(`status: ${hint}`))).toEqual([])
})

test('a screen that the side navigation opens to look at is used, and may stand alone', () => {
  const source = approvalSource
    .replace('{ id: requests, label', '{ id: requests, look: people, label')
    .replace(
      '\nscreens:\n',
      `\nscreens:\n  people:\n    title: { en: People, zh: 人员, es: Personas }\n    nav: requests\n    blocks: []\n`,
    )
  expect(parseDemoSource(source).problems).toEqual([])
})
