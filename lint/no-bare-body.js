const BODY =
  'Bodies are read by app/platform/http/forms alone, bounded and after the permission: take defineAction and its fields.'
const READERS = new Set(['arrayBuffer', 'blob', 'body', 'bytes', 'clone', 'formData', 'json', 'text'])
const PARSERS = /parseMultipartFormData$/

/** Forbids reading the body of a Request, under any name, and Remix's own parsers of it. */
export const noBareBody = {
  meta: { type: 'problem', schema: [], messages: { body: BODY } },
  create(context) {
    const services = context.sourceCode.parserServices
    const isRequest = (node) => mayBeRequest(services.getTypeAtLocation(node))
    const report = (node) => context.report({ node, messageId: 'body' })
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name
        if (READERS.has(name) && isRequest(node.object)) report(node)
      },
      'ObjectPattern > Property'(node) {
        if (READERS.has(node.key.name) && isRequest(node.parent)) report(node)
      },
      ImportSpecifier(node) {
        if (PARSERS.test(node.imported.name)) report(node)
      },
    }
  },
}

function mayBeRequest(type) {
  if (type.isUnionOrIntersection()) return type.types.some(mayBeRequest)
  return type.getSymbol()?.name === 'Request'
}
