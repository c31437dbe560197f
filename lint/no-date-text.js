import ts from 'typescript'

const TEXT =
  'Texts are read as dates by app/domain/day.ts alone: Date takes days that do not exist, and local time.'
const LOCAL = 'This hangs on the time zone of the machine: use the UTC method, or Intl with a time zone.'
const LOCAL_METHOD = /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)|getTimezoneOffset)$/

/** Forbids `Date.parse`, `new Date(text)` and the local clock of a Date. */
export const noDateText = {
  meta: { type: 'problem', schema: [], messages: { text: TEXT, local: LOCAL } },
  create(context) {
    const services = context.sourceCode.parserServices
    const typeOf = (node) => services.getTypeAtLocation(node)
    const isDate = (node) => typeOf(node).getSymbol()?.name === 'Date'
    return {
      NewExpression(node) {
        if (node.callee.name !== 'Date') return
        if (node.arguments.length > 1) context.report({ node, messageId: 'local' })
        const [only] = node.arguments
        if (node.arguments.length === 1 && mayBeText(typeOf(only)))
          context.report({ node, messageId: 'text' })
      },
      'CallExpression > MemberExpression.callee'(node) {
        const name = node.property.name
        if (node.object.name === 'Date' && name === 'parse') context.report({ node, messageId: 'text' })
        if (LOCAL_METHOD.test(name) && isDate(node.object)) context.report({ node, messageId: 'local' })
      },
    }
  },
}

function mayBeText(type) {
  if (type.isUnion()) return type.types.some(mayBeText)
  return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0
}
