import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'

import { componentRule, type ComponentRule, type MdxComponentName } from './components'
import { mdxProblem, type MdxProblem, type MdxProblemCode } from './problem'

type Element = MdxJsxFlowElement | MdxJsxTextElement
type Refuse = (code: MdxProblemCode, message: string) => MdxProblem

/**
 * Refusals of one JSX element: its name, its position, its attributes, whether it may have children. The caller vets
 * the children.
 */
export function vetElement(
  element: Element,
  standsAlone: boolean,
  allowed: readonly MdxComponentName[],
): MdxProblem[] {
  const refuse: Refuse = (code, message) => mdxProblem(code, message, element.position?.start)
  const rule = componentRule(element.name, allowed)
  if (!rule) return [refuse('element', unknownElement(element.name, allowed))]
  return [
    ...vetPlacement(element, standsAlone, rule, refuse),
    ...vetChildren(element, rule, refuse),
    ...vetAttributes(element, rule, refuse),
  ]
}

function unknownElement(name: string | null, allowed: readonly MdxComponentName[]): string {
  const list = allowed.map((candidate) => `<${candidate}>`).join(', ')
  return `<${name ?? ''}> is not allowed here; allowed are ${list}`
}

function vetPlacement(
  element: Element,
  standsAlone: boolean,
  rule: ComponentRule,
  refuse: Refuse,
): MdxProblem[] {
  if (rule.placement === 'any' || standsAlone) return []
  return [refuse('placement', `<${element.name}> must stand alone on its own line`)]
}

function vetChildren(element: Element, rule: ComponentRule, refuse: Refuse): MdxProblem[] {
  if (rule.children || element.children.length === 0) return []
  return [refuse('children', `<${element.name}> takes no content; write <${element.name} … />`)]
}

function vetAttributes(element: Element, rule: ComponentRule, refuse: Refuse): MdxProblem[] {
  const props = new Map<string, string | true>()
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute')
      return [refuse('expression', '{...spread} is not allowed')]
    const { name, value } = attribute
    if (typeof value === 'object' && value !== null) {
      return [refuse('expression', `“${name}” must be text in quotes, not {…}`)]
    }
    if (props.has(name)) return [refuse('attribute', `“${name}” is given twice`)]
    props.set(name, value ?? true)
  }
  return schemaProblems(element, Object.fromEntries(props), rule, refuse)
}

function schemaProblems(element: Element, props: object, rule: ComponentRule, refuse: Refuse): MdxProblem[] {
  const parsed = rule.props.safeParse(props)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const at = issue.path.length > 0 ? ` “${issue.path.join('.')}”` : ''
    return refuse('attribute', `<${element.name}>${at}: ${issue.message}`)
  })
}
