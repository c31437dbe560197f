const BARE =
  'Make it with defineLoader or defineAction: they ask the permission first and turn errors into answers.'
const MAKERS = { loader: 'defineLoader', action: 'defineAction' }

/**
 * Forbids a loader or an action of a route that is not made by `defineLoader` or `defineAction`, unless it uses
 * nothing of the request, such as a fixed redirect.
 */
export const noBareRoute = {
  meta: { type: 'problem', schema: [], messages: { bare: BARE } },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'bare' })
    return {
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator'({ id, init }) {
        if (id.name in MAKERS && !isMade(init, MAKERS[id.name]) && !takesNothing(init)) report(id)
      },
      'ExportNamedDeclaration > FunctionDeclaration'(node) {
        if (node.id.name in MAKERS && !takesNothing(node)) report(node.id)
      },
      ExportSpecifier(node) {
        if (node.exported.name in MAKERS) report(node)
      },
    }
  },
}

const isMade = (node, maker) => node?.type === 'CallExpression' && node.callee.name === maker

const takesNothing = (node) => /Function/.test(node?.type ?? '') && node.params.length === 0
