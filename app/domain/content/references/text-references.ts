import type { Nodes } from 'mdast'
import { splitFrontMatter } from '../vetting/front-matter'
import { parseMdxBody } from '../vetting/tree'
import { addressReferences } from './address-references'
import type { Offer, Reference } from './reference'

/** A text without any of these contains no references and need not be parsed. */
const MAY_REFER = /\]\(|\]:|<\w/

/** What one MDX text links to and which demos it offers to try, with their lines. `base` is the address of its page. */
export function textReferences(file: string, source: string, base: string): Reference[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (!MAY_REFER.test(text)) return []
  const split = splitFrontMatter(text)
  if (!split.ok) return []
  const parsed = parseMdxBody('\n'.repeat(split.bodyLine) + split.body)
  return parsed.ok ? inTree(parsed.tree, file, base) : []
}

function inTree(node: Nodes, file: string, base: string): Reference[] {
  const { line, column } = node.position?.start ?? {}
  const place = { file, at: '', ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
  const own = ofNode(node, base).map((offer) => ({ ...offer, ...place }))
  const inside = 'children' in node ? node.children.flatMap((child) => inTree(child, file, base)) : []
  return [...own, ...inside]
}

function ofNode(node: Nodes, base: string): Offer[] {
  switch (node.type) {
    case 'link':
    case 'definition':
      return addressReferences(node.url, base)
    case 'image':
      return addressReferences(node.url, base).filter(({ thing }) => thing === 'medium')
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.name === 'TryDemo' ? triedDemo(node) : []
    default:
      return []
  }
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

function triedDemo(element: Element): Offer[] {
  const valueOf = (name: string): string | null => {
    const found = element.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name)
    return typeof found?.value === 'string' ? found.value : null
  }
  const slug = valueOf('slug')
  const plan = valueOf('plan')
  if (slug === null) return []
  return [
    { thing: 'demo', id: slug },
    ...(plan === null ? [] : [{ thing: 'demo-plan' as const, id: `${slug}/${plan}` }]),
  ]
}
