import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

const HEADINGS = ['h2', 'h3']

/** A rehype plugin that gives headings of the second and third level an id made of their words, in any script. */
export function headingIds() {
  return (tree: Root): void => {
    const used = new Map<string, number>()
    visit(tree, 'element', (element: Element) => {
      if (HEADINGS.includes(element.tagName)) element.properties.id = uniqueId(element, used)
    })
  }
}

function uniqueId(heading: Element, used: Map<string, number>): string {
  const base = heading.children
    .map(textOf)
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const id = base.replace(/^-|-$/g, '') || 'part'
  const times = (used.get(id) ?? 0) + 1
  used.set(id, times)
  return times === 1 ? id : `${id}-${times}`
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
