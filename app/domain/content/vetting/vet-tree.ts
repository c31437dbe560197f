import type { Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'

import type { MdxComponentName } from './components'
import { noteProblems, referencedNotes } from './vet-notes'
import { tableProblems } from './vet-table'
import { mdxProblem, type MdxProblem, type MdxPoint } from './problem'
import { urlRefusal } from './url'
import { vetElement } from './vet-element'

const MAX_DEPTH = 32

/** Plain Markdown nodes without URL or code. Nodes not named in this module are refused. */
const PLAIN_NODES = new Set<string>([
  ...['root', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'inlineCode', 'code', 'blockquote'],
  ...['list', 'listItem', 'thematicBreak', 'break', 'linkReference', 'imageReference'],
  ...['delete', 'table', 'tableRow', 'tableCell', 'footnoteReference', 'footnoteDefinition'],
])

const REFUSED_NODES = new Map<string, Pick<MdxProblem, 'code' | 'message'>>([
  ['mdxjsEsm', { code: 'esm', message: 'import and export are not allowed in content' }],
  ['mdxFlowExpression', { code: 'expression', message: '{…} is not allowed; write \\{ for a brace' }],
  ['mdxTextExpression', { code: 'expression', message: '{…} is not allowed; write \\{ for a brace' }],
  ['html', { code: 'html', message: 'raw HTML is not allowed' }],
])

/**
 * Every refusal in the tree, in reading order. An empty list means that the tree has no code and only allowed URLs.
 */
export function vetTree(tree: Root, allowed: readonly MdxComponentName[]): MdxProblem[] {
  const problems: MdxProblem[] = []
  const notes = referencedNotes(tree)
  walk(tree, tree, 0)
  return problems

  function walk(node: Nodes, parent: Nodes, depth: number): void {
    if (depth > MAX_DEPTH) {
      problems.push(
        mdxProblem('too-deep', `text may be nested at most ${MAX_DEPTH} levels deep`, start(node)),
      )
      return
    }
    problems.push(...vetNode(node, parent, allowed), ...tableProblems(node), ...noteProblems(node, notes))
    if ('children' in node) node.children.forEach((child) => walk(child, node, depth + 1))
  }
}

function vetNode(node: Nodes, parent: Nodes, allowed: readonly MdxComponentName[]): MdxProblem[] {
  if (PLAIN_NODES.has(node.type)) return []
  if (isElement(node)) return vetElement(node, standsAlone(node, parent), allowed)
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    const refusal = urlRefusal(node.url, node.type === 'image' ? 'image' : 'link')
    return refusal ? [mdxProblem('url', refusal, start(node))] : []
  }
  const refusal = REFUSED_NODES.get(node.type)
  const { code, message } = refusal ?? {
    code: 'node' as const,
    message: `“${node.type}” is not allowed in content`,
  }
  return [mdxProblem(code, message, start(node))]
}

/** MDX unwraps a paragraph that consists of elements only, so those count as alone on their line. */
function standsAlone(node: MdxJsxFlowElement | MdxJsxTextElement, parent: Nodes): boolean {
  if (node.type === 'mdxJsxFlowElement') return true
  if (parent.type !== 'paragraph') return false
  return parent.children.every(
    (child) => isElement(child) || (child.type === 'text' && child.value.trim() === ''),
  )
}

function isElement(node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

function start(node: Nodes): MdxPoint {
  return node.position?.start ?? {}
}
