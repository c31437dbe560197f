import { useNonce } from '~/ui/nonce'

/**
 * Notes, from the first byte on, which texts of the page somebody else changes before it comes alive: a browser that
 * translates. Parsing only adds, so what removes a text, adds a <font> or rewrites a text is not ours.
 */
const SOURCE = `(() => {
  const changes = []
  const isForeign = (change) =>
    change.type === 'characterData' ||
    [...change.removedNodes].some((node) => node.nodeType === 3) ||
    [...change.addedNodes].some((node) => node.nodeName === 'FONT')
  const observer = new MutationObserver((all) => changes.push(...all.filter(isForeign)))
  observer.observe(document, { childList: true, subtree: true, characterData: true, characterDataOldValue: true })
  globalThis.__foyerChanges = { changes, observer }
})()`

/** Goes into the head, before any text of the page. */
export function WatchChangesScript() {
  const nonce = useNonce()
  // A constant of ours, which React would escape as text.
  // eslint-disable-next-line no-restricted-syntax
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SOURCE }} />
}
