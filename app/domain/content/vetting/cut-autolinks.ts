import type { Link, Root, RootContent, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

const CJK =
  /[\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Ends a bare address in Chinese text at the first Chinese sign: Markdown would extend it to the next space. */
export function cutAutolinks() {
  return (tree: Root): void => {
    visit(tree, 'link', (link, index, parent) => {
      const [text] = link.children
      if (!parent || index === undefined || text?.type !== 'text' || !isBare(link, text)) return
      const at = text.value.search(CJK)
      if (at <= 0) return
      const rest: RootContent = { type: 'text', value: text.value.slice(at) }
      const kept = text.value.slice(0, at)
      link.url = link.url.slice(0, link.url.indexOf(text.value)) + kept
      text.value = kept
      parent.children.splice(index + 1, 0, rest)
      return SKIP
    })
  }
}

/** A link written with brackets shows other words, or begins before its text. */
function isBare(link: Link, text: Text): boolean {
  return link.children.length === 1 && link.url.endsWith(text.value) && link.title === null
}
