import { ESLintUtils } from '@typescript-eslint/utils'
import ts from 'typescript'

/**
 * Forbids a text node beside anything that may change. Browser translation moves text nodes into elements of its own:
 * React then fails to insert beside them or to remove them, and its updates are not seen. Text that is the only child
 * of an element is set on the element and always works.
 */
export const noBareText = {
  meta: {
    type: 'problem',
    fixable: 'code',
    schema: [],
    messages: {
      text: 'Text beside what may change breaks under translation: wrap it in a <span>, or make it one template literal.',
      node: 'This may be text, beside what may change: wrap it in an element, or narrow its type to ReactElement.',
      component: 'A component that gives bare text breaks under translation: give an element.',
      loose: 'Text without an element of its own breaks under translation: wrap it in a <span>.',
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context)
    const kinds = kindsWith(services)
    const visit = (node) => checkChildren(context, node, kinds)
    return {
      JSXElement: visit,
      JSXFragment: visit,
      FunctionDeclaration: (node) => checkComponent(context, node, services),
    }
  },
}

/** The output of a component may be beside anything. */
function checkComponent(context, node, services) {
  if (!/^[A-Z]/.test(node.id?.name ?? '')) return
  const [signature] = services.getTypeAtLocation(node).getCallSignatures()
  const kind = signature && kindOfType(signature.getReturnType(), services.program.getTypeChecker())
  if (MAY_BE_TEXT.has(kind)) context.report({ node: node.id, messageId: 'component' })
}

/** Elements that contain only text. */
const TEXT_ONLY = new Set(['option', 'title', 'textarea', 'style', 'script'])

function checkChildren(context, parent, kinds) {
  const children = parent.children.filter((child) => !isLayout(child))
  const parts = children.map((node) => ({ node, kind: kinds.of(node) }))
  const loose = isFragment(parent)
  const alone = parts.length === 1 && parts[0].kind !== 'list'
  if (!loose && (alone || parts.every(({ kind }) => kind === 'fixed' || kind === 'element'))) return
  for (const run of runsOf(parts)) {
    const messageId = loose ? 'loose' : run.every(({ kind }) => isPlain(kind)) ? 'text' : 'node'
    const fix = fixFor({ context, parent, parts, run })
    context.report({ node: run[0].node, messageId, ...(fix && { fix }) })
  }
}

/** White space between lines, and comments, which JSX drops. */
function isLayout(node) {
  if (node.type === 'JSXText') return node.value.trim() === '' && node.value.includes('\n')
  return node.type === 'JSXExpressionContainer' && node.expression.type === 'JSXEmptyExpression'
}

function isFragment(node) {
  return node.type === 'JSXFragment' || /(^|\.)Fragment$/.test(nameOf(node))
}

function nameOf(node) {
  const { name } = node.openingElement ?? {}
  if (name?.type === 'JSXIdentifier') return name.name
  return name?.type === 'JSXMemberExpression' ? `${name.object.name}.${name.property.name}` : ''
}

const MAY_BE_TEXT = new Set(['fixed', 'text', 'maybe', 'list'])

const isPlain = (kind) => kind === 'fixed' || kind === 'text'

/**
 * What a child may render: `fixed` text of the source, `text` that is always there, what `maybe` is text, a `list`
 * that contains texts, an `element` that stays, or something that `varies` and is never text.
 */
function kindsWith(services) {
  const of = (node) => {
    if (node.type === 'JSXText') return 'fixed'
    if (node.type === 'JSXElement') return /^[a-z]/.test(nameOf(node)) ? 'element' : 'varies'
    if (node.type !== 'JSXExpressionContainer') return 'varies'
    if (node.expression.type === 'Literal' && typeof node.expression.value === 'string') return 'fixed'
    return kindOfType(services.getTypeAtLocation(node.expression), services.program.getTypeChecker())
  }
  return { of }
}

const TEXT_FLAGS = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike
const OPEN_FLAGS = ts.TypeFlags.Any | ts.TypeFlags.Unknown

const partsOf = (type) => (type.isUnion() ? type.types : [type])
const isText = (type) => (type.flags & TEXT_FLAGS) !== 0
const mayBeText = (type) => (type.flags & (TEXT_FLAGS | OPEN_FLAGS)) !== 0

function kindOfType(type, checker) {
  const parts = partsOf(type)
  if (parts.every(isText)) return 'text'
  if (parts.some(mayBeText)) return 'maybe'
  const lists = parts.map((part) => checker.getIndexTypeOfType(part, ts.IndexKind.Number)).filter(Boolean)
  return lists.some((inner) => partsOf(inner).some(mayBeText)) ? 'list' : 'varies'
}

/** Neighbouring texts, which one element can hold together. */
function runsOf(parts) {
  const runs = []
  let run = []
  for (const part of [...parts, null]) {
    if (part && MAY_BE_TEXT.has(part.kind)) run.push(part)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return runs
}

function fixFor({ context, parent, parts, run }) {
  if (!run.every(({ kind, node }) => isPlain(kind) && !cookedText(node)?.includes('&'))) return null
  const { sourceCode } = context
  const inner = innerOf(run, sourceCode)
  const whole = run.length === parts.length && !isFragment(parent)
  if (!whole && TEXT_ONLY.has(nameOf(parent))) return null
  const first = run[0].node
  const last = run[run.length - 1].node
  const [start, end] = [first.range[0] + leading(first), last.range[1] - trailing(last)]
  return (fixer) => fixer.replaceTextRange([start, end], whole ? inner : `<span>${inner}</span>`)
}

/** The white space around a text that JSX drops is kept in place. */
function leading(node) {
  const space = node.type === 'JSXText' ? /^\s*/.exec(node.value)[0] : ''
  return space.includes('\n') ? space.length : 0
}

function trailing(node) {
  const space = node.type === 'JSXText' ? /\s*$/.exec(node.value)[0] : ''
  return space.includes('\n') ? space.length : 0
}

function innerOf(run, sourceCode) {
  if (run.length === 1) {
    const { node } = run[0]
    if (node.type !== 'JSXText') return sourceCode.getText(node)
    const text = cookedText(node)
    return text === text.trim() ? text : `{'${text.replaceAll("'", "\\'")}'}`
  }
  const pieces = run.map(({ node }) => {
    const text = cookedText(node)
    if (text === null) return `\${${sourceCode.getText(node.expression)}}`
    return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  })
  return `{\`${pieces.join('')}\`}`
}

/** The text as JSX reads it, or null for an expression. */
function cookedText(node) {
  if (node.type === 'JSXExpressionContainer')
    return node.expression.type === 'Literal' ? String(node.expression.value) : null
  const lines = node.value.split('\n')
  const kept = lines.map((line, index) => {
    const start = index > 0 ? line.trimStart() : line
    return index < lines.length - 1 ? start.trimEnd() : start
  })
  return kept.filter(Boolean).join(' ')
}
