/** A node of the CEL library's syntax tree, as far as it is used here. */
export type Tree = { op: string; args: unknown; start: number; end: number }

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}

/** The direct children of a node, or of the nodes in a nested list. */
export function childrenOf(value: unknown): Tree[] {
  if (Array.isArray(value)) return value.flatMap(childrenOf)
  return isTree(value) ? [value] : []
}

/** A node and everything below it. */
export function treeNodes(tree: Tree): Tree[] {
  return [tree, ...childrenOf(tree.args).flatMap(treeNodes)]
}

/** The name of a variable, null when the node is something else. */
export function variableName(node: unknown): string | null {
  return isTree(node) && node.op === 'id' && typeof node.args === 'string' ? node.args : null
}

/** The text of a literal, null when the node is something else. */
export function literalText(node: unknown): string | null {
  return isTree(node) && node.op === 'value' && typeof node.args === 'string' ? node.args : null
}
