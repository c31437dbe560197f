/**
 * A second safeguard besides the lint rule `foyer/no-bare-text`, for foreign code and for browser tools. A tool that
 * moves or replaces a React node makes `removeChild` and `insertBefore` throw, and React then unmounts the whole page.
 * Here a node that is not where it was expected is left alone, and an insertion without its reference node goes to the
 * end: at worst an outdated text stays. Each case is logged to the console. See
 * https://github.com/facebook/react/issues/11538.
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
