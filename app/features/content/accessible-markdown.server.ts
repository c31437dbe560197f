import type { Element, ElementContent, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'

const LABEL_ID = 'footnote-label'

/**
 * A rehype plugin that makes of Markdown's tables, tasks and notes what a screen reader, a phone and our content security
 * policy can take: no inline styles, tables that scroll, boxes with a label, ids of this text alone (`mark`).
 */
export function accessibleMarkdown(mark: string) {
  return (tree: Root): void => {
    visit(tree, 'element', (element: Element, index, parent) => {
      if (element.tagName === 'table' && parent && index !== undefined && !isWrapped(parent)) {
        parent.children[index] = scrolling(element)
      }
      if (element.tagName === 'th' || element.tagName === 'td') dressCell(element)
      if (element.tagName === 'li') labelTask(element)
      ownIds(element, mark)
    })
  }
}

const isWrapped = (parent: Parents) => parent.type === 'element' && 'dataTable' in parent.properties

function scrolling(table: Element): Element {
  const label = headers(table).join(', ')
  const properties = { dataTable: '', tabIndex: 0, role: 'region', ariaLabel: label || 'Table' }
  return { type: 'element', tagName: 'div', properties, children: [table] }
}

function headers(table: Element): string[] {
  const names: string[] = []
  visit(table, 'element', (cell: Element) => {
    if (cell.tagName === 'th') names.push(textOf(cell).trim())
  })
  return names.filter((name) => name !== '')
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Alignment by an attribute that the style sheet knows; a heading of nothing is a plain cell. */
function dressCell(cell: Element): void {
  const { align, ...rest } = cell.properties
  const isEmptyHeader = cell.tagName === 'th' && textOf(cell).trim() === ''
  if (isEmptyHeader) cell.tagName = 'td'
  cell.properties = {
    ...rest,
    ...(cell.tagName === 'th' ? { scope: 'col' } : {}),
    ...(typeof align === 'string' ? { dataAlign: align } : {}),
  }
}

/** Puts the box of a task and its words, not the lists below it, into one label. */
function labelTask(item: Element): void {
  const holder = item.children.find((child) => child.type === 'element' && child.tagName === 'p')
  const line = holder?.type === 'element' && startsWithBox(holder) ? holder : item
  if (!startsWithBox(line)) return
  const end = line.children.findIndex((child) => child.type === 'element' && /^[uo]l$/.test(child.tagName))
  const words = end === -1 ? line.children : line.children.slice(0, end)
  const label: Element = { type: 'element', tagName: 'label', properties: {}, children: words }
  line.children = [label, ...line.children.slice(words.length)]
}

function startsWithBox({ children }: Element): boolean {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  return first?.type === 'element' && first.tagName === 'input'
}

function ownIds({ properties }: Element, mark: string): void {
  if (properties.id === LABEL_ID) properties.id = `${mark}-${LABEL_ID}`
  const described = properties.ariaDescribedBy
  if (Array.isArray(described) && described.includes(LABEL_ID))
    properties.ariaDescribedBy = [`${mark}-${LABEL_ID}`]
}
