import { childrenOf, isTree, literalText, type Tree } from '../expression/cel-tree'
import type { ExpressionUse } from '../format/expression-use'
import type { Demo } from '../format/schema'
import { valueAt } from './value-at'

/** An expression of the demo, parsed. */
export type ReadUse = { one: ExpressionUse; tree: Tree }

/**
 * Where an expression depends on the clock, and through which field; `field` is null for a call of `now()` or
 * `today()`.
 */
export type ClockUse = { field: string | null; start: number }

/**
 * Names of fields that can contain an instant of the clock: those that an operation writes from `now()`, `today()` or
 * such a field, and form fields that are prefilled with one.
 */
export function clockFields(demo: Demo, uses: readonly ReadUse[]): ReadonlySet<string> {
  const fields = new Set<string>()
  for (let known = -1; known < fields.size;) {
    known = fields.size
    for (const { one, tree } of uses) {
      for (const name of writtenNames(demo, one)) noteWritten(tree, name, fields)
    }
  }
  return fields
}

/** Names under which the value of this expression is stored; none for one that is only read. */
function writtenNames(demo: Demo, { at, changes }: ExpressionUse): string[] {
  const segments = at.split('.')
  const last = segments.filter((segment) => !/^\d+$/.test(segment)).at(-1) ?? ''
  const owner = valueAt(demo, segments.slice(0, segments.lastIndexOf(last)))
  if (!changes) return last === 'value' ? namesIn(owner, ['name']) : []
  const whole = last === 'to' || last === 'item' ? namesIn(owner, ['set', 'append']) : []
  return whole.length > 0 ? whole : [last]
}

/** The last segments of the texts at these keys. */
function namesIn(owner: unknown, keys: readonly string[]): string[] {
  if (typeof owner !== 'object' || owner === null) return []
  const texts = keys.map((key) => (owner as Record<string, unknown>)[key])
  return texts.flatMap((text) => (typeof text === 'string' ? (text.split('.').at(-1) ?? []) : []))
}

/** A map literal depends on the clock through its own fields; any other value depends on it as a whole. */
function noteWritten(tree: Tree, name: string, fields: Set<string>): void {
  if (tree.op !== 'map') {
    if (clockUse(tree, fields)) fields.add(name)
    return
  }
  for (const [key, value] of tree.args as [Tree, Tree][]) {
    noteWritten(value, literalText(key) ?? name, fields)
  }
}

/**
 * The first place at which the result of an expression depends on the clock; null when there is none. Whether a field
 * has a value at all (`has(row.paidAt)`, `row.paidAt != ''`) does not.
 */
export function clockUse(tree: Tree, fields: ReadonlySet<string>): ClockUse | null {
  const call = calledName(tree)
  if (call === 'now' || call === 'today') return { field: null, start: tree.start }
  const field = fieldName(tree) ?? (methodName(tree) === 'sortBy' ? sortedBy(tree) : null)
  if (field !== null && fields.has(field)) return { field, start: tree.start }
  const parts = asksForPresence(tree) ? childrenOf(tree.args).flatMap(withoutField) : childrenOf(tree.args)
  for (const part of parts) {
    const found = clockUse(part, fields)
    if (found) return found
  }
  return null
}

/** The list without what only orders it: the order in which rows are offered decides nothing. */
export function unsorted(tree: Tree): Tree {
  const [method, list] = argsOf(tree)
  const isOrder = tree.op === 'rcall' && (method === 'sortBy' || method === 'reversed')
  return isOrder && isTree(list) ? unsorted(list) : tree
}

const argsOf = (tree: Tree): unknown[] => (Array.isArray(tree.args) ? tree.args : [])

function calledName(tree: Tree): unknown {
  return tree.op === 'call' ? argsOf(tree)[0] : null
}

function methodName(tree: Tree): unknown {
  return tree.op === 'rcall' ? argsOf(tree)[0] : null
}

/** The field that a node reads: of `world.order.at` it is `at`. */
function fieldName(tree: Tree): string | null {
  const [, name] = argsOf(tree)
  if (tree.op === '.' || tree.op === '.?') return typeof name === 'string' ? name : null
  return tree.op.startsWith('[') ? literalText(name) : null
}

function sortedBy(tree: Tree): string | null {
  return childrenOf(argsOf(tree)[2]).map(literalText).at(0) ?? null
}

function asksForPresence(tree: Tree): boolean {
  if (calledName(tree) === 'has') return true
  return (tree.op === '==' || tree.op === '!=') && childrenOf(tree.args).some(isBlank)
}

function isBlank(tree: Tree): boolean {
  return isTree(tree) && tree.op === 'value' && (tree.args === null || tree.args === '')
}

/** What a field is read from; anything else unchanged. */
function withoutField(tree: Tree): Tree[] {
  return fieldName(tree) === null ? [tree] : childrenOf(argsOf(tree)[0])
}
