import { expect, test } from 'vitest'
import {
  evaluate,
  holds,
  isExpressionError,
  makeEnvironment,
  parseExpression,
  type Scope,
} from './expression'
import type { Json } from './json'

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

function value(source: string): Json {
  return evaluate(parseExpression(source), scope, ambient)
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
  '%s fails: a division by zero is neither large nor small',
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

test('what cannot be read says where', () => {
  try {
    parseExpression('world.n +')
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ reason: 'syntax', message: 'The expression ends too early', start: 9 })
  }
})

test('patterns are not available: they could run for minutes', () => {
  expect(reason('"aaaa".matches("(a+)+$")')).toBe('syntax')
})

test('size and depth are bounded', () => {
  expect(reason(Array.from({ length: 300 }, () => '1').join(' + '))).toBe('too-large')
  expect(reason(`${'('.repeat(60)}1${')'.repeat(60)}`)).toBe('too-large')
  expect(reason('world.a.map(a, a.b.map(b, b.c.map(c, c.d.map(d, d))))')).toBe('too-large')
})

test('a condition must be true or false', () => {
  expect(holds(parseExpression('world.n > 2'), scope, ambient)).toBe(true)
  expect(() => holds(parseExpression('world.n'), scope, ambient)).toThrow('true or false')
})

test('newId() is refused where nothing may be created', () => {
  expect(() => evaluate(parseExpression('newId()'), scope, { now: 0 })).toThrow('only in do and entry')
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
])('%s ends soon, though it asks for more rows than one evaluation looks at', (source) => {
  const program = parseExpression(source)
  const big = Array.from({ length: 2_000 }, (_, n) => n)
  expect(() => evaluate(program, { ...scope, world: { big } }, ambient)).toThrow(
    'looks at more than 100000 rows',
  )
})

test('every evaluation has rows of its own to look at', () => {
  const program = parseExpression('world.big.map(a, a * 2).filter(b, b > 10).size()')
  const big = Array.from({ length: 30_000 }, (_, n) => n)
  for (let time = 0; time < 3; time++)
    expect(evaluate(program, { ...scope, world: { big } }, ambient)).toBe(29_994)
})

test('what counts rows is not for authors', () => {
  expect(reason('rowsCounted(world.orders)')).toBe('none')
  expect(makeEnvironment().check('rowsCounted([1])').valid).toBe(false)
})
