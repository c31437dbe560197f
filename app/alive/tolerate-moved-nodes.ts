/**
 * A second line behind the lint rule `foyer/no-bare-text`, for code that is not ours and for tools in the browser that the
 * rule does not foresee. A tool that moves or replaces a node of React's makes `removeChild` and `insertBefore` throw, and
 * React then takes the whole page down. Here a node that is not where it was expected is left alone, and one that should
 * stand before it goes to the end: at worst an old text stays. Each case is written to the console, since it shows a
 * place that the first line missed. See https://github.com/facebook/react/issues/11538.
 */
export function tolerateMovedNodes(prototype: Node = Node.prototype): void {
  const { removeChild, insertBefore } = prototype
  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T
    warn('removeChild', this)
    return child
  }
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    if (before === null || before.parentNode === this) return insertBefore.call(this, node, before) as T
    warn('insertBefore', this)
    return insertBefore.call(this, node, null) as T
  }
}

function warn(method: string, parent: Node): void {
  // Nobody else can be told: the page goes on.
  // eslint-disable-next-line no-console
  console.warn(`${method}: a node of <${parent.nodeName.toLowerCase()}> was moved by something else.`)
}
