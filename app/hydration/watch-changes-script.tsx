import { useNonce } from '~/ui/nonce'

/**
 * Records, from the first byte on, which texts a browser translation changes before hydration. Parsing only adds nodes,
 * so a removed text, an added <font> or a changed text is not ours.
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

/** Belongs in the head, before any text of the page. */
export function WatchChangesScript() {
  const nonce = useNonce()
  // A constant of ours, which React would escape as text.
  // eslint-disable-next-line no-restricted-syntax
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SOURCE }} />
}
