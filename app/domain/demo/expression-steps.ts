import type { Environment } from '@marcbachmann/cel-js'
import { childrenOf, type Tree } from './cel-tree'

/** Most rows that one evaluation looks at, over all its map, filter, exists…, those inside others counted each time. */
export const MAX_STEPS = 100_000

/** Made once: it may be thrown as often as rows are left. */
const TOO_MANY = new Error(
  `it looks at more than ${MAX_STEPS} rows: keep what it finds in the world with set, or look at fewer rows`,
)
const COUNTED = 'rowsCounted'

let left = MAX_STEPS

/** Gives the evaluation that begins now its own count. */
export function beginSteps(): void {
  left = MAX_STEPS
}

/** Adds what `countSteps` calls. An author's expression is checked elsewhere, in an environment without it. */
export function registerSteps(env: Environment): void {
  env.registerFunction(`${COUNTED}(dyn): dyn`, (rows: unknown) => {
    left -= sizeOf(rows)
    if (left < 0) throw TOO_MANY
    return rows
  })
}

type MacroTree = Tree & { meta: { alternate?: { op: string; args: { iterable?: Tree } } } }

/** Makes every map, filter, exists… of a fresh tree count its rows: the library turns them into loops without a bound. */
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
