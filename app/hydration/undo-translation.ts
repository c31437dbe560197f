interface Watched {
  changes: MutationRecord[]
  observer: MutationObserver
}

/**
 * Restores the texts that the server rendered before hydration. React compares them, and would replace the whole page
 * where they differ. The browser then translates the page again.
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

/** A text that only grew was still being parsed. */
function rewrite(text: Node, before: string): void {
  if (!text.nodeValue?.startsWith(before)) text.nodeValue = before
}

/** Found relative to the previous node, since the page may have grown at the end. */
function nodeAfter(parent: Node, before: Node | null): Node | null {
  if (before === null) return parent.firstChild
  return before.parentNode === parent ? before.nextSibling : null
}
