import type { Environment } from '@marcbachmann/cel-js'
import { childrenOf, isTree, type Tree } from './cel-tree'
import { minus, numeral, over, plus, remainder, times } from './decimal'
import { ExpressionError } from './expression-error'
import { DIVISOR } from './expression-functions'
import { MAX_COMPREHENSIONS } from './expression-limits'
import { inOrder, isTextFunction, textFunction } from './expression-text'
import { isTimePart, timePart, timestampOf } from './expression-time'

type Evaluator = { run: (tree: unknown, context: unknown) => unknown }
type Check = (checker: unknown, tree: Node, context: unknown) => unknown
type Evaluate = (evaluator: Evaluator, tree: Node, context: unknown) => unknown

/** A node of the library's tree with its undeclared fields for type checking and evaluation. */
type Node = Tree & {
  meta: { check: Check }
  handle: (...given: unknown[]) => unknown
  setMeta: { (key: 'check', value: Check): void; (key: 'evaluate', value: Evaluate): void }
}

/**
 * Adapts a new syntax tree in place to what authors expect: `/` divides with decimals, both branches of `? :` may
 * differ in type, whole numbers and decimals are equal in lists and maps too, sums of decimals are exact, texts count
 * code points, times are UTC on every machine. Nodes that the library's macros expanded share this tree.
 * @throws ExpressionError for what is not supported, and for loops that nest too deep
 */
export function applyAuthorMeaning(env: Environment, tree: Tree): void {
  relax(env, tree as Node, 0)
}

function relax(env: Environment, tree: Node, depth: number): void {
  const inside = depth + (isComprehension(tree) ? 1 : 0)
  refuse(tree, inside)
  for (const child of childrenOf(tree.args)) relax(env, child as Node, inside)
  if (!Array.isArray(tree.args)) return
  const wrap = (name: string, child: unknown) => wrapped(env, name, child)
  const [first, second, third] = tree.args
  if (tree.op === '/') tree.args = [wrap('number', first), wrap(DIVISOR, second)]
  if (tree.op === '?:') tree.args = [first, wrap('dyn', second), wrap('dyn', third)]
  mixNumbers(env, tree)
  reckonExactly(tree)
  compareTexts(tree)
  callOurs(tree)
}

const REFUSED =
  'matches() is not available, a pattern could run for minutes: use contains, startsWith, endsWith'

function refuse(tree: Tree, depth: number): void {
  if (methodOf(tree) === 'matches') throw new ExpressionError('syntax', REFUSED, tree.start, tree.end)
  if (depth <= MAX_COMPREHENSIONS) return
  const message = `map, filter, exists and all nest at most ${MAX_COMPREHENSIONS} deep`
  throw new ExpressionError('too-large', message, tree.start, tree.end)
}

const COMPREHENSIONS = new Set<unknown>(['map', 'filter', 'all', 'exists', 'exists_one'])

function methodOf(tree: Tree): string | null {
  const name: unknown = tree.op === 'rcall' && Array.isArray(tree.args) ? tree.args[0] : null
  return typeof name === 'string' ? name : null
}

function isComprehension(tree: Tree): boolean {
  return COMPREHENSIONS.has(methodOf(tree))
}

function wrapped(env: Environment, name: string, child: unknown): Tree {
  const call: Tree = env.parse(`${name}(0)`).ast
  if (Array.isArray(call.args)) call.args[1] = [child]
  return call
}

const MIXING = new Set(['==', '!=', 'in', '+'])

/**
 * The library's type check rejects `1 in [1.0]`, `[1] == [1.0]` and `[1] + [1.0]`, but its evaluation handles them
 * correctly.
 */
function mixNumbers(env: Environment, tree: Node): void {
  if (!MIXING.has(tree.op)) return
  const { check } = tree.meta
  tree.setMeta('check', (checker, node, context) => {
    try {
      return check(checker, node, context)
    } catch (error) {
      const [left, right] = node.args as [unknown, unknown]
      if (!differOnlyInNumbers(node.op, typeOf(left), typeOf(right))) throw error
      Object.assign(node, { leftStaticType: undefined, rightStaticType: undefined })
      node.args = [wrapped(env, 'dyn', left), wrapped(env, 'dyn', right)]
      return check(checker, node, context)
    }
  })
}

type Type = { name: string; valueType?: Type; keyType?: Type }

function typeOf(tree: unknown): Type | undefined {
  return isTree(tree) && 'checkedType' in tree ? (tree.checkedType as Type | undefined) : undefined
}

function differOnlyInNumbers(op: string, left: Type | undefined, right: Type | undefined): boolean {
  const other = op === 'in' ? (right?.keyType ?? right?.valueType) : right
  return left !== undefined && other !== undefined && mixed(left.name) === mixed(other.name)
}

const mixed = (type: string) => type.replace(/\bdouble\b/g, 'int')

const RECKONED = new Map([
  ['+', plus],
  ['-', minus],
  ['*', times],
  ['/', over],
  ['%', remainder],
])

/** Two whole numbers, and operands that are not numbers, are left to the library. */
function reckonExactly(tree: Node): void {
  const reckon = RECKONED.get(tree.op)
  if (!reckon) return
  evaluateFirst(tree, (one, other, node) =>
    isMixed(one, other) ? placed(node, () => reckon(Number(one), Number(other))) : undefined,
  )
}

const COMPARED = new Map<string, (order: number) => boolean>([
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
])

/** Texts are ordered by code points; other operands are left to the library. */
function compareTexts(tree: Node): void {
  const holds = COMPARED.get(tree.op)
  if (!holds) return
  evaluateFirst(tree, (one, other) =>
    typeof one === 'string' && typeof other === 'string' ? holds(inOrder(one, other)) : undefined,
  )
}

/** Evaluates an operator of two operands by `own`; where that gives undefined, by the library. */
function evaluateFirst(tree: Node, own: (one: unknown, other: unknown, node: Node) => unknown): void {
  tree.setMeta('evaluate', (evaluator, node, context) => {
    const [left, right] = node.args as [unknown, unknown]
    const one = evaluator.run(left, context)
    const other = evaluator.run(right, context)
    const result = own(one, other, node)
    return result === undefined ? node.handle(one, other, node, evaluator) : result
  })
}

function isMixed(one: unknown, other: unknown): boolean {
  const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint'
  return isNumber(one) && isNumber(other) && (typeof one === 'number' || typeof other === 'number')
}

/** Wraps a function so that its error names the place in the source. */
function placed<T>({ start, end }: Tree, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new ExpressionError('failed', error instanceof Error ? error.message : String(error), start, end)
  }
}

function callOurs(tree: Node): void {
  const method = methodOf(tree)
  if (method !== null && (isTextFunction(method) || isTimePart(method))) callMethod(tree, method)
  const called: unknown = tree.op === 'call' && (tree.args as unknown[])[0]
  if (called === 'timestamp') callWith(tree, 'string', timestampOf)
  if (called === 'string') callWith(tree, 'number', numeral)
}

function callMethod(tree: Node, name: string): void {
  tree.setMeta('evaluate', (evaluator, node, context) => {
    const [, receiver, given] = node.args as [unknown, unknown, unknown[]]
    const all = [receiver, ...given].map((part) => evaluator.run(part, context))
    const ours = ourMethod(name, all)
    return ours ? placed(node, ours) : node.handle(all, evaluator, node)
  })
}

/** What one of our methods returns; null when the receiver or an argument is not of its type. */
function ourMethod(name: string, [receiver, ...given]: unknown[]): (() => unknown) | null {
  if (typeof receiver === 'string') {
    const apply = textFunction(name, given)
    return apply && (() => apply(receiver, ...(given as never[])))
  }
  const [zone] = given
  const isOurs =
    receiver instanceof Date && isTimePart(name) && (zone === undefined || typeof zone === 'string')
  return isOurs ? () => timePart(name, receiver, zone) : null
}

type Given = { string: string; number: number }

/** A function of one value that we override for values of one type. */
function callWith<Kind extends keyof Given>(
  tree: Node,
  kind: Kind,
  ours: (value: Given[Kind]) => unknown,
): void {
  tree.setMeta('evaluate', (evaluator, node, context) => {
    const [, given] = node.args as [unknown, unknown[]]
    const all = given.map((part) => evaluator.run(part, context))
    const [value] = all
    return typeof value === kind
      ? placed(node, () => ours(value as Given[Kind]))
      : node.handle(all, node, evaluator)
  })
}
