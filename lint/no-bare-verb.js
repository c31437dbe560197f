const BARE =
  'Make it with verb() of app/platform/verb: it asks the permission first and parses the input. A helper takes the parts that it needs one by one.'

/**
 * Forbids a use case that is not made by `verb`: an exported function whose one argument is taken apart into `ctx` and
 * more, or into `ctx` alone, as use cases are called.
 */
export const noBareVerb = {
  meta: { type: 'problem', schema: [], messages: { bare: BARE } },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'bare' })
    return {
      'ExportNamedDeclaration > FunctionDeclaration'(node) {
        if (isCalledAsVerb(node)) report(node.id)
      },
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator'({ id, init }) {
        if (isCalledAsVerb(init)) report(id)
      },
    }
  },
}

function isCalledAsVerb(node) {
  if (!/Function/.test(node?.type ?? '') || node.params.length !== 1) return false
  const [{ type, properties }] = node.params
  return type === 'ObjectPattern' && properties.some(({ key }) => key?.name === 'ctx')
}
