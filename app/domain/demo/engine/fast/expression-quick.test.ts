import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExpression, parseIn, makeEnvironment, type Scope } from '../../expression/expression'
import { GAVE_UP, quickly } from './expression-quick'
import { quicken } from './quicken'

const atom = fc.constantFrom(
  ...[
    '1',
    '0',
    '2.5',
    '-3',
    '0.1',
    '0.2',
    '"😀b"',
    'world.wide',
    'world.cents',
    'world.huge',
    'true',
    'false',
    'null',
    '"a"',
    '"2"',
    'plan',
    'role',
    'event.qty',
    'event.who',
  ],
  ...[
    'world.n',
    'world.t',
    'world.day',
    'world.b',
    'world.z',
    'world.none',
    'world.rows',
    'world.deep.x',
    'world.rows.x',
  ],
  ...[
    'row',
    'row.id',
    'row.n',
    'r',
    'r.id',
    'r.n',
    's.n',
    's',
    'can.sign',
    'world',
    'world.mixed',
    'world.toString',
    'world.names',
  ],
)

const TEXT_CALLS = [
  ...[
    'size()',
    'indexOf(A)',
    'indexOf(A, B)',
    'lastIndexOf(A)',
    'substring(A)',
    'substring(A, B)',
    'charAt(A)',
  ],
  ...['split(A)', 'split(A, B)', 'replace(A, B)', 'reverse()', 'trim()', 'lowerAscii()', 'contains(A)'],
]

const { text } = fc.letrec<{ text: string }>((tie) => {
  const one = tie('text')
  const pair = fc.tuple(one, one)
  return {
    text: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      atom,
      fc
        .tuple(fc.constantFrom('==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '&&', '||', 'in'), pair)
        .map(([operator, [left, right]]) => `(${left} ${operator} ${right})`),
      one.map((inner) => `!(${inner})`),
      one.map((inner) => `-(${inner})`),
      fc.tuple(one, pair).map(([condition, [yes, no]]) => `(${condition} ? ${yes} : ${no})`),
      fc
        .tuple(fc.constantFrom('round', 'dyn', 'number', 'abs', 'floor', 'ceil', 'string'), one)
        .map(([name, inner]) => `${name}(${inner})`),
      fc
        .tuple(fc.constantFrom('round', 'addDays', 'daysBetween'), pair)
        .map(([name, [first, second]]) => `${name}(${first}, ${second})`),
      fc
        .tuple(one, fc.array(one, { maxLength: 3 }))
        .map(([item, list]) => `(${item} in [${list.join(', ')}])`),
      fc.array(one, { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
      one.map((inner) => `world.rows.byId(${inner})`),
      fc
        .tuple(
          fc.constantFrom('world.rows', 'world.mixed', 'world.rows.filter(s, s.n > 1)', 'world.deep'),
          fc.constantFrom('filter', 'map', 'exists', 'all'),
          fc.constantFrom('r', 's', 'world'),
          one,
          fc.constantFrom('', '', '.size()', '.sum()', '.size() == 2'),
        )
        .map(([rows, walk, name, inner, after]) => `${rows}.${walk}(${name}, ${inner})${after}`),
      fc
        .tuple(fc.constantFrom(...TEXT_CALLS), one, pair)
        .map(([call, of, [first, second]]) => `${of}.${call.replace('A', first).replace('B', second)}`),
      one.map((inner) => `size(${inner})`),
    ),
  }
})

const scope: Scope = {
  world: {
    ...{
      n: 2,
      t: 'a',
      day: '2026-11-22',
      names: ['a', 'b'],
      b: true,
      z: 0,
      wide: 'a😀é',
      cents: 0.3,
      huge: 9007199254740992,
      none: null,
      deep: { x: 1.5 },
      mixed: [1, 'a', null, { n: 1 }],
    },
    rows: [
      { id: 'a', n: 1 },
      { id: '2', n: 2 },
      { id: 'c', n: 3.25, x: null },
    ],
  },
  ...{
    plan: 'free',
    role: 'sales',
    can: { sign: true },
    event: { qty: 5, who: 'a' },
    row: { id: 'a', n: 7 },
  },
}

test('the fast path gives what CEL gives', () => {
  let taken = 0
  const property = fc.property(text, (source) => {
    const known = expected(source)
    if (known === null) return
    const quick = quickly(known.tree)
    const value = quick ? quick(scope) : GAVE_UP
    if (value === GAVE_UP) return
    taken++
    expect([source, value]).toEqual([source, known.value])
  })
  fc.assert(property, { numRuns: 5_000 })
  expect(taken).toBeGreaterThan(200)
})

const environment = makeEnvironment()
for (const name of ['world', 'event', 'can']) environment.registerVariable(name, 'map')
for (const name of ['plan', 'role']) environment.registerVariable(name, 'string')
environment.registerVariable('row', 'dyn')

/**
 * What the library gives; null when the expression is wrongly typed. An error is a symbol, which the fast path never
 * gives.
 */
function expected(source: string) {
  const parsed = parsedOf(source)
  if (!parsed?.check().valid) return null
  try {
    return { tree: parsed.ast, value: parsed(scope) as unknown }
  } catch {
    return { tree: parsed.ast, value: Symbol('error') }
  }
}

/** Null when it is too large. */
function parsedOf(source: string) {
  try {
    return parseIn(environment, source)
  } catch {
    return null
  }
}

test('the library decides where the fast path gives up, also the second time', () => {
  const gone = quicken(parseExpression('world.gone.x == 1'))
  for (let time = 0; time < 2; time++) expect(() => gone.run(scope)).toThrow('No such key: gone')
  const wrong = quicken(parseExpression('plan && true'))
  for (let time = 0; time < 2; time++) expect(() => wrong.run(scope)).toThrow('bool')
})
