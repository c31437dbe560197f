interface Watched {
  changes: MutationRecord[]
  observer: MutationObserver
}

/**
 * Gives the page back the texts that the server wrote. React compares them as it takes the page over, and would replace the
 * whole page where they differ. The browser translates what it finds then.
 */
export function undoTranslation(): void {
  const watched = (globalThis as { __foyerChanges?: Watched }).__foyerChanges
  if (!watched) return
  const changes = [...watched.changes, ...watched.observer.takeRecords()]
  watched.observer.disconnect()
  for (const change of changes.reverse()) undo(change)
}

function undo(change: MutationRecord): void {
  const { type, target } = change
  if (type === 'characterData') return rewrite(target, change.oldValue ?? '')
  for (const node of change.addedNodes) {
    if (node.nodeName === 'FONT' && node.parentNode === target) target.removeChild(node)
  }
  for (const node of [...change.removedNodes].reverse()) {
    if (node instanceof Text) target.insertBefore(node, nodeAfter(target, change.previousSibling))
  }
}

/** A text that merely grew was still being parsed. */
function rewrite(text: Node, before: string): void {
  if (!text.nodeValue?.startsWith(before)) text.nodeValue = before
}

/** Counted from the node before, since the page may have grown at the end since then. */
function nodeAfter(parent: Node, before: Node | null): Node | null {
  if (before === null) return parent.firstChild
  return before.parentNode === parent ? before.nextSibling : null
}
