import { expect, test } from 'vitest'
import { quicken } from '../engine/fast/quicken'
import { evaluate, holds, makeEnvironment, parseExpression, type Scope } from './expression'
import { isExpressionError } from './expression-error'
import type { Json } from '~/domain/json'

const scope: Scope = {
  world: {
    orders: [
      { id: 'a', qty: 2, lines: [{ q: 1 }] },
      { id: 'b', qty: 3.5, lines: [] },
    ],
    n: 3,
    none: [],
  },
  event: { type: 'SAVE', qty: 4 },
  plan: 'free',
  role: 'sales',
}
const ambient = { now: Date.UTC(2025, 0, 31, 10), newId: () => 'new' }

/** As demos are compiled. */
const parsed = (source: string) => quicken(parseExpression(source))

function value(source: string): Json {
  return evaluate(parsed(source), scope, ambient)
}

function reason(source: string): string {
  try {
    value(source)
    return 'none'
  } catch (error) {
    return isExpressionError(error) ? error.reason : 'other'
  }
}

test.each<[string, Json]>([
  ['event.qty + 1', 5],
  ['1 + event.qty', 5],
  ['event.qty * 2 - world.n / 2', 6.5],
  ['1 / 2', 0.5],
  ['world.orders.size() / 4', 0.5],
  ['event.qty % 3', 1],
  ['world.orders.size() + world.n', 5],
  ['world.orders.map(o, o.qty / 2)', [1, 1.75]],
  ['world.n > 2 ? 1 : 2.5', 1],
  ['world.n / 3 == 1', true],
  ['1 != world.n / 3', false],
  ['world.none.sum() == 0', true],
  ['round(world.n) == 3', true],
  ['daysBetween("2025-01-01", today()) == 30', true],
  ['world.orders.filter(o, o.qty / 2 == 1).size()', 1],
  ['event.qty in [1, 4]', true],
  ['world.n > 2 ? "many" : 0', 'many'],
  ['event.qty == 4', true],
  ['world.orders.size() == 2', true],
  ['[1, 2.5, "x"]', [1, 2.5, 'x']],
  ['world.orders.map(o, {"id": o.id, "double": o.qty * 2})[1]', { id: 'b', double: 7 }],
])('numbers mix as an author expects: %s', (source, expected) => {
  expect(value(source)).toEqual(expected)
})

test.each<[string, Json]>([
  ['world.orders.map(o, o.qty).sum()', 5.5],
  ['world.none.sum()', 0],
  ['world.orders.map(o, o.qty).min()', 2],
  ['world.orders.map(o, o.qty).max()', 3.5],
  ['world.orders.byId("b").qty', 3.5],
  ['world.orders.first().id', 'a'],
  ['world.orders.last().id', 'b'],
  ['world.orders.take(1).size()', 1],
  ['world.orders.reversed()[0].id', 'b'],
  ['world.orders.sortBy("qty").last().id', 'b'],
  ['round(2.345, 2)', 2.35],
  ['round(-2.5)', -3],
  ['floor(2.9) + ceil(2.1) + abs(-1)', 6],
  ['"SO-" + pad(world.n, 4)', 'SO-0003'],
  ['now()', '2025-01-31T10:00:00.000Z'],
  ['today()', '2025-01-31'],
  ['addDays(today(), 30)', '2025-03-02'],
  ['daysBetween("2025-01-01", today())', 30],
  ['newId()', 'new'],
])('%s gives %j', (source, expected) => {
  expect(value(source)).toEqual(expected)
})

test.each(['1 / 0 > 4', '0 / 0 == 1', 'world.n / 0 > 1', 'world.n % 0 == 1', '2.5 % 0 == 1', '3 % 0 == 1'])(
  '%s fails as a division by zero, not as a number that is too large',
  (source) => {
    expect(reason(source)).toBe('failed')
  },
)

test('a result is plain JSON', () => {
  expect(value('timestamp("2025-01-01T00:00:00Z")')).toBe('2025-01-01T00:00:00.000Z')
  expect(value('event.?missing')).toBeNull()
  expect(value('-0.0 * 1.0')).toBe(0)
  expect(Object.is(value('-0.0 * 1.0'), -0)).toBe(false)
  expect(reason('duration("1h")')).toBe('failed')
})

test.each([
  '1.0 / 0',
  'world.orders.byId("z")',
  'world.none.first()',
  'bogus',
  'event.missing',
  'nope(1)',
  '"a" + 1',
])('%s fails', (source) => {
  expect(reason(source)).toBe('failed')
})

test('an error of syntax names its place', () => {
  try {
    parsed('world.n +')
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ reason: 'syntax', message: 'The expression ends too early', start: 9 })
  }
})

test('patterns are not supported: they could run for minutes', () => {
  expect(reason('"aaaa".matches("(a+)+$")')).toBe('syntax')
})

test('size and depth are bounded', () => {
  expect(reason(Array.from({ length: 300 }, () => '1').join(' + '))).toBe('too-large')
  expect(reason(`${'('.repeat(60)}1${')'.repeat(60)}`)).toBe('too-large')
  expect(reason('world.a.map(a, a.b.map(b, b.c.map(c, c.d.map(d, d))))')).toBe('too-large')
})

test('a condition must be true or false', () => {
  expect(holds(parsed('world.n > 2'), scope, ambient)).toBe(true)
  expect(() => holds(parsed('world.n'), scope, ambient)).toThrow('true or false')
})

test('newId() is refused where nothing may be created', () => {
  expect(() => evaluate(parsed('newId()'), scope, { now: 0 })).toThrow('only in do and entry')
})

test.each(['world.constructor', 'world["__proto__"]', 'world.orders[0].constructor', 'event.toString'])(
  '%s does not reach the prototype',
  (source) => {
    expect(reason(source)).toBe('failed')
  },
)

test('a map literal cannot smuggle in a prototype', () => {
  expect(value('{"__proto__": {"admin": true}, "a": 1}')).toEqual({ a: 1 })
})

test.each([
  ['world.big.all(a, world.big.all(b, world.big.all(c, a + b + c >= 0)))'],
  ['world.big.map(a, world.big.map(b, a + b).size()).sum() > 0'],
  ['world.big.filter(a, world.big.exists(b, b < 0)).size() == 0'],
])('%s ends soon, though it would read more rows than one evaluation may', (source) => {
  const program = parsed(source)
  const big = Array.from({ length: 2_000 }, (_, n) => n)
  expect(() => evaluate(program, { ...scope, world: { big } }, ambient)).toThrow(
    'looks at more than 100000 rows',
  )
})

test('every evaluation has its own limit of rows', () => {
  const program = parsed('world.big.map(a, a * 2).filter(b, b > 10).size()')
  const big = Array.from({ length: 30_000 }, (_, n) => n)
  for (let time = 0; time < 3; time++)
    expect(evaluate(program, { ...scope, world: { big } }, ambient)).toBe(29_994)
})

test('authors cannot call the function that counts rows', () => {
  expect(reason('rowsCounted(world.orders)')).toBe('none')
  expect(makeEnvironment().check('rowsCounted([1])').valid).toBe(false)
})

test.each<[string, Json]>([
  ["'😀b'.indexOf('b')", 1],
  ["'😀b😀b'.lastIndexOf('b')", 3],
  ["'😀b😀b'.indexOf('b', 2)", 3],
  ["'😀b😀b'.lastIndexOf('b', 2)", 1],
  ["'😀b'.indexOf('', 2)", 2],
  ["'a😀b'.substring(1, 2)", '😀'],
  ["'a😀b'.substring(2)", 'b'],
  ["'a😀b'.substring(3)", ''],
  ["'a😀b'.charAt(1)", '😀'],
  ["'a😀b'.charAt(3)", ''],
  ["'a😀b'.split('')", ['a', '😀', 'b']],
  ["'a😀b'.split('', 2)", ['a', '😀b']],
  ["'a,b,c'.split(',', 2)", ['a', 'b,c']],
  ["'a,b,c'.split(',', 0)", []],
  ["'a😀b'.reverse()", 'b😀a'],
  ["'😀😀😀'.replace('😀', 'x', 2)", 'xx😀'],
  ["'a😀'.replace('', '-')", '-a-😀-'],
  ["'a😀'.replace('', '-', 1)", '-a😀'],
  ["'aaa'.replace('a', '$&')", '$&$&$&'],
  ["size('a😀é')", 3],
  ["'Éa'.lowerAscii() + 'éA'.upperAscii()", 'ÉaéA'],
  ["'\u3000 a\u0085'.trim()", 'a'],
  ["'abc'.substring(world.n - 2)", 'bc'],
])('texts count code points: %s gives %j', (source, expected) => {
  expect(value(source)).toEqual(expected)
})

test.each([
  ["'a😀b'.substring(4)", 'the start is 4, and the text has the places 0 to 3'],
  ["'a😀b'.substring(-1)", 'the start is -1'],
  ["'abc'.substring(2, 1)", 'the end 1 lies before the start 2'],
  ["'abc'.charAt(4)", 'the place is 4'],
  ["'abc'.indexOf('c', 9)", 'the place to start from is 9'],
  ["'abc'.lastIndexOf('c', -1)", 'the place to start from is -1'],
  ["'abcdef'.substring(world.orders[1].qty)", 'a place in a text is a whole number'],
])('%s fails and names its place', (source, message) => {
  const error: unknown = (() => {
    try {
      return value(`1 + [${source}].size()`)
    } catch (thrown) {
      return thrown
    }
  })()
  expect(error).toMatchObject({ reason: 'failed', message: expect.stringContaining(message) as string })
  const { start, end } = error as { start: number; end: number }
  expect(`1 + [${source}].size()`.slice(start, end)).toContain('(')
})

test.each([
  '1 in [1.0]',
  '1.0 in [2, 1]',
  '!(3 in [1.0, 2.0])',
  '[1, 2] == [1.0, 2.0]',
  '[[1], [2]] == [[1.0], [2.0]]',
  '[1] != [1.5]',
  "{'a': 1} == {'a': 1.0}",
  "{'a': [1]} == {'a': [1.0]}",
  '[1] in [[1.0]]',
  "{'a': 1} in [{'a': 1.0}]",
  'world.orders.map(o, o.qty) == [2, 3.5]',
  'world.n in world.orders.map(o, o.lines.size() + 2)',
  "{1: 'a'}[1] == 'a'",
  '!(9007199254740993 == 9007199254740992.0)',
  '9007199254740993 != world.n * 3002399751580330.5',
])('whole numbers and decimals are one kind of number: %s', (source) => {
  expect(holds(parsed(source), scope, ambient)).toBe(true)
  expect(holds(parsed(source), scope, ambient)).toBe(true)
})

test('values that differ in more than the kind of number are refused at parsing', () => {
  for (const source of ["1 in ['a']", "['a'] == [1]", "plan == 1 || 'a' in [1.0]"])
    expect(makeEnvironment().registerVariable('plan', 'string').check(source).valid).toBe(false)
})

test.each([
  '0.1 + 0.2 == 0.3',
  '0.3 - 0.1 == 0.2',
  '1.1 * 3 == 3.3',
  '[0.1, 0.2].sum() == 0.3',
  'world.orders.map(o, 0.1).sum() + 0.1 == 0.3',
  "string(0.1 + 0.2) == '0.3'",
  '0.1 + 0.2 <= 0.3',
  '1 / 3 + 1 / 3 == 2 / 3',
  '0.3 % 0.1 == 0.0',
])('sums of amounts are exact: %s', (source) => {
  expect(holds(parsed(source), scope, ambient)).toBe(true)
  expect(holds(parsed(source), scope, ambient)).toBe(true)
})

test.each([
  ["addDays('2026-1-5', 1)", 'expected a day'],
  ["addDays('order 7', 0)", 'expected a day'],
  ["addDays('2026-02-30', 0)", '"2026-02-30"'],
  ["addDays('2026-01-05T10:00:00', 0)", 'expected a day'],
  ["addDays('2026-01-05', 0.5)", 'whole number of days'],
  ["addDays('9999-12-31', 1)", 'years 1 to 9999'],
  ["daysBetween('5 Jan 2026', '2026-01-06')", 'expected a day'],
  ["timestamp('2026-02-30T10:00:00Z')", 'timestamp() takes a moment'],
  ["timestamp('2026-01-05T10:00:00.000')", 'timestamp() takes a moment'],
])('%s is not a date', (source, message) => {
  expect(reason(source)).toBe('failed')
  expect(() => value(source)).toThrow(message)
})

test.each<[string, Json]>([
  ["addDays('2026-03-28T23:30:00-05:00', 1)", '2026-03-30'],
  ["timestamp('2026-03-29T01:30:00Z').getHours('Europe/Madrid')", 3],
  ["timestamp('2026-03-29T01:30:00Z').getDayOfYear()", 87],
  ["timestamp('2026-12-31T23:30:00Z').getDayOfYear('+01:00')", 0],
  ["timestamp('2026-12-31T23:30:00Z').getFullYear('Asia/Shanghai')", 2027],
  ["timestamp('2026-01-05T10:00:00.250Z').getMilliseconds()", 250],
  ["duration('90m').getMinutes()", 90],
])('%s gives %j on every machine', (source, expected) => {
  expect(value(source)).toEqual(expected)
})

test('a whole number that JSON cannot hold exactly is an error, not another number', () => {
  expect(() => value('9007199254740992 + 1')).toThrow('too large')
})

test.each<[string, Json]>([
  ['[1] + [2.5]', [1, 2.5]],
  ['([1] + [1.0]).sum()', 2],
  ["[{'id': 3, 'v': 'x'}].byId(3).v", 'x'],
  ["[{'id': 3.0, 'v': 'x'}].byId(3).v", 'x'],
  ['{1: 2}[1.0]', 2],
  ['world.n in [1, 3, 2.5]', true],
  ["{'q': world.n} in [{'q': 3}]", true],
  ['[[1, 2.0], [3]] == [[1.0, 2], [3.0]]', true],
])('%s: whole numbers and decimals mix', (source, expected) => {
  expect(value(source)).toEqual(expected)
})

test.each<[string, Json]>([
  ["'～' < '😀'", true],
  ["'😀' >= '～'", true],
  ["'😀' <= '😀'", true],
  ["'a😀' > 'a～'", true],
  ["'a' < 'a😀'", true],
  ["[{'k': '😀'}, {'k': '～'}].sortBy('k').map(x, x.k)", ['～', '😀']],
])('%s: texts are ordered by code points', (source, expected) => {
  for (const one of [source, source.replaceAll("'😀'", "('😀' + '')")]) expect(value(one)).toEqual(expected)
})

test.each<[string, string]>([
  ['string(0.1 + 0.2)', '0.3'],
  ['string(12345678901.23 * 1.21)', '14938271470.4883'],
  ['string(1234567.89 * 1.0825)', '1336419.740925'],
  ["'€ ' + string([10.1, 20.2, 30.4].sum() / 3)", '€ 20.2333333333333'],
  ["string(dyn(double('0.30000000000000004')))", '0.3'],
  ['string(100 / 3)', '33.3333333333333'],
  ['string(1234567890123456)', '1234567890123456'],
  ['string(1.0)', '1'],
])('%s shows no digit beyond what a double keeps', (source, expected) => {
  const program = parsed(source)
  for (let time = 0; time < 2; time++) expect(evaluate(program, scope, ambient)).toBe(expected)
})
