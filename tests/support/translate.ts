import type { Page } from '@playwright/test'

/**
 * Changes a page as a browser's translation does: replaces each text, also later ones, by a <font> in a <font>.
 * The words stay the same, so that a test still finds them.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(wrapTexts)
}

function wrapTexts(): void {
  const left = 'script, style, noscript, textarea, font, svg, [translate="no"], .notranslate'
  const wrap = (text: Text) => {
    if (!text.data.trim() || !text.parentElement || text.parentElement.closest(left)) return
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.append(text.data)
    outer.append(inner)
    text.replaceWith(outer)
  }
  const wrapAll = (root: Node) => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    if (root instanceof Text) texts.push(root)
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    texts.forEach(wrap)
  }
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') wrapAll(target)
      else addedNodes.forEach(wrapAll)
    }
    observer.takeRecords()
  })
  const begin = () => {
    wrapAll(document.body)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  }
  if (document.body) begin()
  else document.addEventListener('DOMContentLoaded', begin)
}
