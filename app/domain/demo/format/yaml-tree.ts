import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml'
import { isStorableText } from '~/domain/json'
import type { ProblemCode } from './problem'
import { quotedText, silentChange } from './yaml-scalars'

/** YAML features that our documents may not use. `offset` is the position in the text. */
export type TreeProblem = { code: ProblemCode; at: string[]; message: string; offset: number }

export type TreeLimits = { depth: number; aliases: number }

type Walk = TreeLimits & { anchors: Map<string, Node>; used: number; problems: TreeProblem[] }

/**
 * Problems of a document before its schema is checked: tags, merge keys, duplicate keys, unresolved aliases, numbers
 * that JSON cannot represent, characters that cannot be stored, depth. Takes linear time.
 */
export function treeProblems(document: Document, limits: TreeLimits): TreeProblem[] {
  const walk: Walk = { ...limits, anchors: new Map(), used: 0, problems: [] }
  visitNode(document.contents, [], [], walk)
  return walk.problems
}

function visitNode(node: unknown, at: string[], above: Node[], walk: Walk): void {
  if (!isNode(node)) return
  const add = (code: ProblemCode, message: string) =>
    walk.problems.push({ code, at, message, offset: node.range?.[0] ?? 0 })
  if (isAlias(node)) return visitAlias(node, above, walk, add)
  if (node.anchor) walk.anchors.set(node.anchor, node)
  if (node.tag)
    add(
      'yaml-syntax',
      `The tag ${shortTag(node.tag)} is not available: write a plain value, a text in quotes`,
    )
  if (at.length > walk.depth)
    return void add('yaml-syntax', `This nests too deeply: at most ${walk.depth} levels`)
  const inside = [...above, node]
  if (isMap(node)) visitMap(node.items, at, inside, walk)
  else if (isSeq(node))
    node.items.forEach((item, index) => visitNode(item, [...at, String(index)], inside, walk))
  else if (isScalar(node) && !node.tag && at.length > 0) visitScalar(node, add)
}

type Add = (code: ProblemCode, message: string) => void

function visitAlias(alias: Alias, above: readonly Node[], walk: Walk, add: Add): void {
  const target = walk.anchors.get(alias.source)
  walk.used++
  if (!target) add('yaml-alias', `Nothing before this has the anchor &${alias.source}: write the value out`)
  else if (above.includes(target))
    add('yaml-alias', `*${alias.source} would hold itself: write the value out`)
  else if (walk.used === walk.aliases + 1) add('yaml-alias', tooMany(walk.aliases))
}

function visitMap(items: readonly Pair[], at: string[], above: Node[], walk: Walk): void {
  const seen = new Set<string>()
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value ?? '') : null
    const place = [...at, name !== null && isStorableText(name) ? name : '?']
    const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0
    const wrong = keyProblem(name, seen) ?? changedKey(key)
    if (wrong) walk.problems.push({ ...wrong, at: place, offset })
    seen.add(name ?? '')
    visitNode(value, place, above, walk)
  }
}

/** A key that would be read as another one: 007 becomes 7. */
function changedKey(key: unknown): Pick<TreeProblem, 'code' | 'message'> | null {
  if (!isScalar(key) || typeof key.value === 'string' || String(key.value) === key.source) return null
  const written = key.source ?? ''
  const message = `The key ${written} would become ${String(key.value)}: write ${quotedText(written)}`
  return { code: 'yaml-silent-change', message }
}

function keyProblem(
  name: string | null,
  seen: ReadonlySet<string>,
): Pick<TreeProblem, 'code' | 'message'> | null {
  if (name === null || name === '')
    return { code: 'yaml-syntax', message: 'A key is one plain name, e.g. minutes: 3' }
  if (name === '<<')
    return {
      code: 'unknown-key',
      message: '<< is not known here: there are no merge keys, write the keys out',
    }
  if (!isStorableText(name)) return { code: 'yaml-syntax', message: unstorable('key') }
  if (seen.has(name))
    return { code: 'yaml-duplicate-key', message: `The key ${name} appears twice: keep one` }
  return null
}

function visitScalar(scalar: Scalar, add: Add): void {
  const { value, source } = scalar
  if (typeof value === 'string' && !isStorableText(value)) add('invalid-shape', unstorable('text'))
  const written = source ?? String(value)
  if (typeof value === 'number' && !Number.isFinite(value))
    return add(
      'invalid-shape',
      `${written} is no number that can be kept: write one such as 100, or ${quotedText(written)} for the text`,
    )
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return add(
      'invalid-shape',
      `${written} has too many digits to be kept exactly: put it in quotes, ${quotedText(written)}`,
    )
  const change = silentChange(scalar)
  if (change !== null) add('yaml-silent-change', change)
}

function unstorable(what: 'key' | 'text'): string {
  return `This ${what} holds a character that cannot be kept (\\0 or half of a surrogate pair): remove it`
}

function shortTag(tag: string): string {
  return tag.replace('tag:yaml.org,2002:', '!!')
}

function tooMany(most: number): string {
  return most === 0
    ? 'Aliases are not available here: write the value out'
    : `At most ${most} aliases: write the values out`
}
