import type { JsonObject } from '~/domain/json'
import {
  childrenOf,
  isTree,
  literalText,
  treeNodes,
  variableName,
  type Tree,
} from '../../expression/cel-tree'

/** What the value of an expression depends on. */
export type Reads = {
  /** Keys of the world that it reads; null when it may read any. */
  world: readonly string[] | null
  /** Whether it asks for the time. */
  time: boolean
}

/** What a condition is asked in. */
export type Seen = { readonly world: JsonObject; readonly role: string }

const CLOCK = new Set<unknown>(['now', 'today'])

/** What a parsed expression reads. Errs on the side of too much. */
export function readsOf(tree: Tree): Reads {
  const keys = new Set<string>()
  const known = readKeys(tree, keys)
  const time = treeNodes(tree).some(
    ({ op, args }) => op === 'call' && Array.isArray(args) && CLOCK.has(args[0]),
  )
  return { world: known ? [...keys] : null, time }
}

/** Collects the keys of the world below a node; false when the world is used as a whole. */
function readKeys(tree: Tree, keys: Set<string>): boolean {
  const key = keyOfWorld(tree)
  if (key !== null) {
    keys.add(key)
    return true
  }
  if (variableName(tree) === 'world') return false
  return childrenOf(tree.args).every((child) => readKeys(child, keys))
}

/** The key in `world.key` and `world["key"]`. */
function keyOfWorld({ op, args }: Tree): string | null {
  if (!Array.isArray(args)) return null
  const [left, right] = args as unknown[]
  if (!isTree(left) || variableName(left) !== 'world') return null
  if (op === '.') return typeof right === 'string' ? right : null
  return op === '[]' ? literalText(right) : null
}

/** Whether an expression must give the same in both, for a world is never changed in place. */
export function readsTheSame(reads: Reads, one: Seen, other: Seen): boolean {
  if (reads.time || one.role !== other.role) return false
  if (one.world === other.world) return true
  // What is inherited is the same in both.
  return reads.world?.every((key) => one.world[key] === other.world[key]) ?? false
}
