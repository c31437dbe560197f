import { isTree, literalText, variableName, type Tree } from '../../expression/cel-tree'
import { byId, PLAIN_FUNCTIONS, sumOf } from '../../expression/expression-functions'
import { MAX_EXPRESSION_STEPS, spendRows } from '../../expression/expression-steps'
import {
  sureMap,
  sureText,
  sureList,
  negated,
  OPERATORS,
  printed,
  same,
  sureTruth,
  unsure,
  type Operator,
} from './quick-values'

type Scope = { readonly [name: string]: unknown }
/** `rows` are the current rows of the enclosing comprehensions, the outermost first. */
type Quick = (scope: Scope, rows: unknown[]) => unknown

/** The result of the fast path where the library must decide. */
export const GAVE_UP = Symbol('gave up')

/** A kind of node that the fast path does not support. */
const UNREAD = Symbol('unread')

/** Rows that the current evaluation may still look at. Evaluations never nest. */
let left = MAX_EXPRESSION_STEPS

/**
 * A fast path for the plain part of CEL, which is nearly all that demos use: fields, comparisons, arithmetic and the
 * common loops over lists. It gives exactly what the library gives, bigint for bigint, or `GAVE_UP`, also for every
 * error. Null when the expression contains anything else. Only for expressions that passed the library's type check.
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
    left = MAX_EXPRESSION_STEPS
    try {
      return run(scope, [])
    } catch {
      return GAVE_UP
    }
  }
}

function unread(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- leaves the recursion; caught above
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
  if (op === '.') return field(holder(first, names), typeof second === 'string' ? second : unread())
  if (op === 'call') return call(first, compileAll(second as unknown[], names))
  if (op === 'rcall') return method(first, second, third as unknown[], names)
  if (op === 'list') return listed(compileAll(args, names))
  if (op === '?:') return choice(compile(first, names), compile(second, names), compile(third, names))
  const one = compile(first, names)
  const text = literalText(second)
  if (op === '==' && text !== null) return isText(one, text)
  const other = compile(second, names)
  if (op === '&&') return (scope, rows) => sureTruth(one(scope, rows)) && sureTruth(other(scope, rows))
  if (op === '||') return (scope, rows) => sureTruth(one(scope, rows)) || sureTruth(other(scope, rows))
  return binary(OPERATORS.get(op) ?? unread(), one, other)
}

function compileAll(trees: readonly unknown[], names: readonly string[]): Quick[] {
  return trees.map((tree) => compile(tree, names))
}

const TEXTS = new Map<string, Quick>([
  ['plan', ({ plan }) => plan],
  ['role', ({ role }) => role],
])
const MAPS = new Map<string, Quick>([
  ['world', ({ world }) => world],
  ['event', ({ event }) => event],
  ['can', ({ can }) => can],
  ['row', ({ row }) => row],
])

function variable(name: string, names: readonly string[]): Quick {
  const depth = names.lastIndexOf(name)
  if (depth >= 0) return (_scope, rows) => rows[depth]
  if (name === 'row') return ({ row }) => row ?? unsure()
  const map = MAPS.get(name)
  if (map) return (scope, rows) => sureMap(map(scope, rows))
  const text = TEXTS.get(name) ?? unread()
  return (scope, rows) => sureText(text(scope, rows))
}

/** The map that a field is read from. A variable that is a map is not checked twice. */
function holder(tree: unknown, names: readonly string[]): Quick {
  const name = variableName(tree)
  const map = name === null || names.includes(name) ? undefined : MAPS.get(name)
  return map ?? compile(tree, names)
}

/** A plain map inherits only what every object has, so any other name is looked up directly. */
function field(of: Quick, name: string): Quick {
  if (name in Object.prototype) return unread()
  return (scope, rows) => {
    const value = sureMap(of(scope, rows))[name]
    return value === undefined ? unsure() : value
  }
}

function isText(of: Quick, text: string): Quick {
  return (scope, rows) => {
    const value = of(scope, rows)
    return typeof value === 'string' ? value === text : same(value, text)
  }
}

function listed(items: readonly Quick[]): Quick {
  return (scope, rows) => items.map((item) => item(scope, rows))
}

function not(of: Quick): Quick {
  return (scope, rows) => !sureTruth(of(scope, rows))
}

function negative(of: Quick): Quick {
  return (scope, rows) => negated(of(scope, rows))
}

function choice(condition: Quick, yes: Quick, no: Quick): Quick {
  return (scope, rows) => (sureTruth(condition(scope, rows)) ? yes(scope, rows) : no(scope, rows))
}

function binary(apply: Operator, one: Quick, other: Quick): Quick {
  return (scope, rows) => apply(one(scope, rows), other(scope, rows))
}

function call(name: unknown, given: readonly Quick[]): Quick {
  const [first = unread(), second, third] = given
  if (third) return unread()
  if (second) {
    const apply = PLAIN_FUNCTIONS.two.get(name) ?? unread()
    return (scope, rows) => apply(first(scope, rows), second(scope, rows))
  }
  if (name === 'dyn') return first
  const apply = name === 'string' ? printed : (PLAIN_FUNCTIONS.one.get(name) ?? unread())
  return (scope, rows) => apply(first(scope, rows))
}

function method(
  name: unknown,
  receiver: unknown,
  given: readonly unknown[],
  names: readonly string[],
): Quick {
  const of = compile(receiver, names)
  const [first, second] = given
  if (given.length === 0 && name === 'size') return (scope, rows) => BigInt(sureList(of(scope, rows)).length)
  if (given.length === 0 && name === 'sum') return (scope, rows) => sumOf(sureList(of(scope, rows)))
  if (given.length === 1 && name === 'byId') {
    const id = compile(first, names)
    return (scope, rows) => byId(sureList(of(scope, rows)), id(scope, rows))
  }
  const walk = WALKS.get(name) ?? unread()
  const row = variableName(first)
  if (given.length !== 2 || row === null) return unread()
  return walked(walk, of, compile(second, [...names, row]), names.length)
}

/** `depth` is the number of enclosing comprehensions. */
function walked(walk: Walk, of: Quick, inner: Quick, depth: number): Quick {
  return (scope, rows) => {
    const found = sureList(of(scope, rows))
    left -= found.length
    if (left < 0) return unsure()
    spendRows(found.length)
    return walk(found, (item) => {
      rows[depth] = item
      return inner(scope, rows)
    })
  }
}

type Walk = (rows: unknown[], each: (row: unknown) => unknown) => unknown

const WALKS = new Map<unknown, Walk>([
  ['filter', (rows, each) => rows.filter((row) => sureTruth(each(row)))],
  ['map', (rows, each) => rows.map(each)],
  ['exists', (rows, each) => rows.some((row) => sureTruth(each(row)))],
  ['all', (rows, each) => rows.every((row) => sureTruth(each(row)))],
])
