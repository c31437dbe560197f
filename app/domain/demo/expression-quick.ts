import { isTree, variableName, type Tree } from './cel-tree'
import { byId, divisor, roundTo, sumOf, toNumber } from './expression-functions'
import { MAX_STEPS } from './expression-steps'

type Scope = { readonly [name: string]: unknown }
/** `rows` are those of the comprehensions around, the outermost first. */
type Frame = { scope: Scope; rows: unknown[]; looked: number }
type Quick = (frame: Frame) => unknown

/** Thrown where the CEL library may see more than is seen here, an error above all: it decides then. */
const UNSURE = new Error('unsure')

/** What a short cut gives where the library must decide. */
export const GAVE_UP = Symbol('gave up')

/** A node that is not among those read here. */
const UNREAD = Symbol('unread')

function unsure(): never {
  throw UNSURE
}

/**
 * A short cut for the plain part of CEL, which is nearly all that demos use: fields, comparisons, arithmetic, the common
 * walks over lists. It gives what the library gives, bigint for bigint, or `GAVE_UP`: nothing is an error here. Null when
 * the expression holds anything else. For expressions that the library has found rightly typed.
 */
export function quickly(tree: Tree): ((scope: Scope) => unknown) | null {
  let run: Quick
  try {
    run = compile(tree, [])
  } catch (error) {
    if (error === UNREAD) return null
    throw error
  }
  return (scope) => {
    try {
      return run({ scope, rows: [], looked: 0 })
    } catch {
      return GAVE_UP
    }
  }
}

function unread(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a way out of the recursion, caught above
  throw UNREAD
}

function compile(tree: unknown, names: readonly string[]): Quick {
  if (!isTree(tree)) return unread()
  const { op, args } = tree
  if (op === 'value') return () => args
  if (op === 'id') return variable(variableName(tree) ?? unread(), names)
  if (op === '!_') return not(compile(args, names))
  if (op === '-_') return negative(compile(args, names))
  return Array.isArray(args) ? compileList(op, args, names) : unread()
}

function compileList(op: string, args: readonly unknown[], names: readonly string[]): Quick {
  const [first, second, third] = args
  if (op === '.') return field(compile(first, names), typeof second === 'string' ? second : unread())
  if (op === '?:') return choice(compile(first, names), compile(second, names), compile(third, names))
  if (op === 'call')
    return call(
      first,
      (second as unknown[]).map((one) => compile(one, names)),
    )
  if (op === 'rcall') return method(first, second, third as unknown[], names)
  const binary = BINARY.get(op) ?? unread()
  return binary(compile(first, names), compile(second, names))
}

const TEXTS = new Set(['plan', 'role'])
const MAPS = new Set(['world', 'event', 'can'])

function variable(name: string, names: readonly string[]): Quick {
  const depth = names.lastIndexOf(name)
  if (depth >= 0) return ({ rows }) => rows[depth]
  if (TEXTS.has(name)) return ({ scope }) => (typeof scope[name] === 'string' ? scope[name] : unsure())
  if (MAPS.has(name)) return ({ scope }) => (isMap(scope[name]) ? scope[name] : unsure())
  return name === 'row' ? ({ scope }) => scope.row ?? unsure() : unread()
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && value.constructor === Object
}

function field(of: Quick, name: string): Quick {
  return (frame) => {
    const map = of(frame)
    const value = isMap(map) && Object.hasOwn(map, name) ? map[name] : undefined
    return value === undefined ? unsure() : value
  }
}

function truth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : unsure()
}

function not(of: Quick): Quick {
  return (frame) => !truth(of(frame))
}

function negative(of: Quick): Quick {
  return (frame) => {
    const value = of(frame)
    return typeof value === 'number' || typeof value === 'bigint' ? -value : unsure()
  }
}

function choice(condition: Quick, yes: Quick, no: Quick): Quick {
  return (frame) => (truth(condition(frame)) ? yes(frame) : no(frame))
}

type Binary = (left: Quick, right: Quick) => Quick

const BINARY = new Map<string, Binary>([
  ['&&', (left, right) => (frame) => truth(left(frame)) && truth(right(frame))],
  ['||', (left, right) => (frame) => truth(left(frame)) || truth(right(frame))],
  ['==', (left, right) => (frame) => same(left(frame), right(frame))],
  ['!=', (left, right) => (frame) => !same(left(frame), right(frame))],
  ['<', compared((a, b) => a < b)],
  ['<=', compared((a, b) => a <= b)],
  ['>', compared((a, b) => a > b)],
  ['>=', compared((a, b) => a >= b)],
  ['+', (left, right) => (frame) => added(left(frame), right(frame))],
  ['-', reckoned((a, b) => a - b)],
  ['*', reckoned((a, b) => a * b)],
  ['/', reckoned((a, b) => a / b)],
])

/** Scalars of one type; a whole number that stands in the expression may meet a number of the world. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === typeof b && (typeof a !== 'object' || (a === null && b === null))) return a === b
  if (typeof a === 'number' && typeof b === 'bigint') return a === Number(b)
  if (typeof a === 'bigint' && typeof b === 'number') return Number(a) === b
  return unsure()
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

function compared(compare: (a: number | bigint, b: number | bigint) => boolean): Binary {
  return (left, right) => (frame) => {
    const [a, b] = [left(frame), right(frame)]
    return isNumber(a) && isNumber(b) ? compare(a, b) : unsure()
  }
}

/** Two whole numbers are left to the library: they must not overflow. */
function reckoned(reckon: (a: number, b: number) => number): Binary {
  return (left, right) => (frame) => {
    const [a, b] = [left(frame), right(frame)]
    if (!isNumber(a) || !isNumber(b) || (typeof a === 'bigint' && typeof b === 'bigint')) return unsure()
    return reckon(Number(a), Number(b))
  }
}

function added(a: unknown, b: unknown): string | number {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (!isNumber(a) || !isNumber(b) || (typeof a === 'bigint' && typeof b === 'bigint')) return unsure()
  return Number(a) + Number(b)
}

function call(name: unknown, given: readonly Quick[]): Quick {
  const [first = unread(), second] = given
  if (name === 'round' && second) return (frame) => roundTo(first(frame), second(frame))
  if (second) return unread()
  if (name === 'dyn') return first
  if (name === 'number') return (frame) => toNumber(first(frame))
  if (name === 'divisor') return (frame) => divisor(toNumber(first(frame)))
  if (name === 'round') return (frame) => roundTo(first(frame), 0)
  return unread()
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : unsure()
}

function method(
  name: unknown,
  receiver: unknown,
  given: readonly unknown[],
  names: readonly string[],
): Quick {
  const of = compile(receiver, names)
  const [first, second] = given
  if (given.length === 0 && name === 'size') return (frame) => BigInt(list(of(frame)).length)
  if (given.length === 0 && name === 'sum') return (frame) => sumOf(list(of(frame)))
  if (given.length === 1 && name === 'byId') {
    const id = compile(first, names)
    return (frame) => byId(list(of(frame)), id(frame))
  }
  const walk = WALKS.get(name) ?? unread()
  const row = variableName(first)
  if (given.length !== 2 || row === null) return unread()
  const inner = compile(second, [...names, row])
  const depth = names.length
  return (frame) => {
    const rows = list(of(frame))
    frame.looked += rows.length
    if (frame.looked > MAX_STEPS) return unsure()
    return walk(rows, (item) => {
      frame.rows[depth] = item
      return inner(frame)
    })
  }
}

const WALKS = new Map<unknown, (rows: unknown[], each: (row: unknown) => unknown) => unknown>([
  ['filter', (rows, each) => rows.filter((row) => truth(each(row)))],
  ['map', (rows, each) => rows.map(each)],
  ['exists', (rows, each) => rows.some((row) => truth(each(row)))],
  ['all', (rows, each) => rows.every((row) => truth(each(row)))],
])
