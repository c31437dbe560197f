import type { Environment } from '@marcbachmann/cel-js'
import { childrenOf, type Tree } from './cel-tree'

/** Most rows that one evaluation reads, over all its map, filter, exists…, with nested ones counted each time. */
export const MAX_EXPRESSION_STEPS = 100_000

/** Created once: it can be thrown very often. */
const TOO_MANY = new Error(
  `it looks at more than ${MAX_EXPRESSION_STEPS} rows: keep what it finds in the world with set, or look at fewer rows`,
)
const TOO_MANY_IN_ALL = new Error(
  'all that is worked out at this moment looks at too many rows: keep what it finds in the world with set, or show fewer',
)
const COUNTED = 'rowsCounted'

/** Rows that several evaluations may look at together. */
export type Allowance = { rows: number }

const ENDLESS: Allowance = { rows: Infinity }
let allowance = ENDLESS

/** Does work whose evaluations may read no more rows than the allowance has left. */
export function within<T>(given: Allowance, work: () => T): T {
  const around = allowance
  allowance = given
  try {
    return work()
  } finally {
    allowance = around
  }
}

/**
 * Takes from the allowance of the current evaluation.
 * @throws when nothing is left of it
 */
export function spendRows(count: number): void {
  allowance.rows -= count
  if (allowance.rows < 0) throw TOO_MANY_IN_ALL
}

let left = MAX_EXPRESSION_STEPS

/** Gives an evaluation its own count. */
export function beginSteps(): void {
  left = MAX_EXPRESSION_STEPS
}

/** Adds the function that `countSteps` calls. Authors' expressions are checked in an environment without it. */
export function registerSteps(env: Environment): void {
  env.registerFunction(`${COUNTED}(dyn): dyn`, (rows: unknown) => {
    const count = sizeOf(rows)
    left -= count
    if (left < 0) throw TOO_MANY
    spendRows(count)
    return rows
  })
}

type MacroTree = Tree & { meta: { alternate?: { op: string; args: { iterable?: Tree } } } }

/** Makes every map, filter, exists… of a new tree count its rows: the library expands them to unbounded loops. */
export function countSteps(env: Environment, tree: Tree): void {
  for (const child of childrenOf(tree.args)) countSteps(env, child)
  const loop = (tree as MacroTree).meta.alternate
  if (loop?.op !== 'comprehension' || !loop.args.iterable) return
  const call: Tree = env.parse(`${COUNTED}(0)`).ast
  if (Array.isArray(call.args)) call.args[1] = [loop.args.iterable]
  loop.args.iterable = call
}

function sizeOf(rows: unknown): number {
  if (Array.isArray(rows)) return rows.length
  return typeof rows === 'object' && rows !== null ? Object.keys(rows).length : 1
}
